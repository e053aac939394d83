/**
 * One palette for the light page, the dark page and paper. Text takes the colour of the page around it
 * (`currentColor`); each filled shape is a middle tone with a contrast of at least 3:1 on white and on the dark page
 * (WCAG 1.4.11), so that one picture can be kept and put anywhere.
 */
export interface ChartPalette {
  readonly text: string
  /** What was answered. */
  readonly bar: string
  /** What was not answered, and what is added up as "other". */
  readonly quietBar: string
  /** The one figure that is not a count. */
  readonly signal: string
  readonly line: string
}

/** The colour of text where there is no page around it to give one. */
export const chartInk = '#1c2a2e'

export const chartPalette: ChartPalette = {
  text: 'currentColor',
  bar: '#2b8191',
  quietBar: '#808c90',
  signal: '#c8622a',
  line: '#808c90',
}
