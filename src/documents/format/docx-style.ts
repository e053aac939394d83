import {
  AlignmentType,
  BorderStyle,
  type INumberingOptions,
  type IStylesOptions,
  LevelFormat,
  LineRuleType,
} from 'docx'
import type { StaffLanguage } from '../../domain/language.ts'
import { locales } from '../../text/format.ts'

// Twentieths of a point where a page is measured, half points where letters are. The look is that of the PDF.

const millimetre = 1440 / 25.4
export const pageSize = { width: Math.round(210 * millimetre), height: Math.round(297 * millimetre) }
export const pageMargin = {
  top: Math.round(27 * millimetre),
  bottom: Math.round(25 * millimetre),
  left: Math.round(26 * millimetre),
  right: Math.round(26 * millimetre),
  header: Math.round(13 * millimetre),
  footer: Math.round(12 * millimetre),
}
export const contentWidth = pageSize.width - pageMargin.left - pageMargin.right

const ink = '1C2A2E'
const quiet = '536267'
export const petrol = '0F5261'
const warm = 'FBEEDD'
const warmInk = '6B3A0C'

export const hairline = { style: BorderStyle.SINGLE, size: 4, color: 'C9D2D4' }
export const headLine = { style: BorderStyle.SINGLE, size: 8, color: petrol }
export const figureLine = { style: BorderStyle.SINGLE, size: 16, color: petrol }
export const noLine = { style: BorderStyle.NONE, size: 0, color: 'auto' }

/** Of the height of a line, in 240ths. Where the rule is not said, some programs cut off pictures at that height. */
const lines = (line: number) => ({ line, lineRule: LineRuleType.AUTO })

/** Arial stands on every computer, or a family as wide: what is set here breaks its lines and pages there alike. */
const font = 'Arial'

export const stylesIn = (language: StaffLanguage): IStylesOptions => ({
  default: {
    document: {
      run: { font, size: 20, color: ink, language: { value: locales[language] } },
      paragraph: { spacing: { ...lines(300), after: 120 } },
    },
    title: {
      run: { size: 50, bold: true, color: petrol },
      paragraph: { spacing: { before: 0, after: 60, ...lines(264) } },
    },
    heading1: {
      run: { size: 30, bold: true, color: petrol },
      paragraph: { spacing: { before: 420, after: 120 }, keepNext: true },
    },
    heading2: {
      run: { size: 23, bold: true, color: petrol },
      paragraph: { spacing: { before: 240, after: 80 }, keepNext: true },
    },
  },
  paragraphStyles: [
    ownStyle('Kind', { run: { bold: true, color: quiet }, paragraph: { spacing: { after: 40 } } }),
    ownStyle('Period', { run: { size: 26 }, paragraph: { spacing: { after: 240 } } }),
    ownStyle('KeyValue', {
      run: { size: 48, bold: true, color: petrol },
      paragraph: { spacing: { before: 80, after: 0, ...lines(264) } },
    }),
    ownStyle('KeyName', { run: { size: 19, color: quiet }, paragraph: { spacing: { after: 0 } } }),
    ownStyle('Notice', {
      run: { size: 19, color: warmInk },
      paragraph: {
        spacing: { after: 0 },
        indent: { left: 160, right: 160 },
        shading: { fill: warm },
        border: Object.fromEntries(
          (['top', 'bottom', 'left', 'right'] as const).map((side) => [
            side,
            { style: BorderStyle.SINGLE, size: 4, color: warm, space: 6 },
          ]),
        ),
      },
    }),
    ownStyle('Colophon', {
      run: { size: 18, color: quiet },
      paragraph: { spacing: { before: 160, after: 0 } },
    }),
    ownStyle('Unread', {
      run: { size: 17, bold: true, color: warmInk },
      paragraph: { spacing: { before: 60, after: 60 }, keepNext: true, shading: { fill: warm } },
    }),
    ownStyle('Quote', {
      run: { size: 21 },
      paragraph: {
        spacing: { before: 80, after: 160 },
        indent: { left: 240, right: 240 },
        border: { left: { style: BorderStyle.SINGLE, size: 16, color: petrol, space: 10 } },
      },
    }),
    ownStyle('Finding', { run: { size: 21 }, paragraph: { keepNext: true } }),
    ownStyle('Source', { run: { size: 17, color: quiet }, paragraph: { spacing: { after: 60 } } }),
    ownStyle('Cell', { run: { size: 18 }, paragraph: { spacing: { before: 34, after: 34, ...lines(240) } } }),
    ownStyle('CellHead', {
      run: { size: 17, bold: true, color: petrol },
      paragraph: { spacing: { before: 34, after: 34, ...lines(240) } },
    }),
    ownStyle('Term', {
      run: { bold: true },
      paragraph: { spacing: { before: 200, after: 20 }, keepNext: true },
    }),
    ownStyle('Margin', {
      run: { size: 17, color: quiet },
      paragraph: { spacing: { after: 0, ...lines(240) } },
    }),
    ownStyle('MarginNotice', {
      run: { size: 17, color: warmInk },
      paragraph: { spacing: { after: 0, ...lines(240) } },
    }),
  ],
})

type StyleLook = Pick<NonNullable<IStylesOptions['paragraphStyles']>[number], 'run' | 'paragraph'>

const ownStyle = (id: string, look: StyleLook) => ({ id, name: id, basedOn: 'Normal', ...look })

export const bulletReference = 'bullets'

export const bullets: INumberingOptions = {
  config: [
    {
      reference: bulletReference,
      levels: [
        {
          level: 0,
          format: LevelFormat.BULLET,
          text: '•',
          alignment: AlignmentType.LEFT,
          style: { paragraph: { indent: { left: 360, hanging: 240 } } },
        },
      ],
    },
  ],
}
