import { describe, expect, test } from 'vitest'
import { chartPalette } from '../../src/documents/chart/chart-palette.ts'

const linear = (part: number) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255),
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

describe('one palette for every page', () => {
  const { text, ...shapes } = chartPalette

  test.each(Object.entries(shapes))('%s stands out from white paper and from a dark card', (_, colour) => {
    expect(contrast(colour, '#ffffff')).toBeGreaterThanOrEqual(3)
    expect(contrast(colour, '#21282b')).toBeGreaterThanOrEqual(3)
  })

  test('the text takes the colour of the page', () => expect(text).toBe('currentColor'))
})
