import encodeQr from 'qr'
import { writeCardCode } from '../../domain/client/card-code.ts'
import type { CardPicture } from '../../domain/client/card-picture.ts'
import { type ClientLanguage, directionOf } from '../../domain/client-language.ts'
import { translator } from '../../text/translate.ts'
import { setPdf } from '../typst.ts'
import { pictureSvg } from './picture-svg.ts'

export interface CardWords {
  readonly title: string
  readonly show: string
  readonly nameless: string
}

export interface CardSheet {
  readonly city: string
  /** Where the QR leads; the code comes after it. */
  readonly address: string
  readonly dutch: CardWords
  readonly other: CardWords & { readonly language: ClientLanguage }
  readonly cards: readonly { readonly code: string; readonly pictures: readonly CardPicture[] }[]
  /** In seconds since 1970. */
  readonly createdAt: number
}

const ink = '#1c2a2e'

/** Blank cards on A4, to cut out, as a tagged PDF (PDF/UA-1): Dutch on top, and one language more. */
export const cardSheetPdf = (sheet: CardSheet): Uint8Array =>
  setPdf('card/card-sheet.typ', sheetData(sheet), sheet.createdAt)

function sheetData({ city, address, dutch, other, cards, createdAt }: CardSheet) {
  const t = translator('nl')
  const on = new Date(createdAt * 1000)
  return {
    city,
    createdOn: { year: on.getUTCFullYear(), month: on.getUTCMonth() + 1, day: on.getUTCDate() },
    fileTitle: t('card:sheet.title', { city }),
    translation: t('card:sheet.translation'),
    dutch,
    other: { ...other, direction: directionOf(other.language) },
    cards: cards.map(({ code, pictures }) => ({
      code: writeCardCode(code),
      qr: encodeQr(`${address}#${code}`, 'svg', { ecc: 'medium', border: 1 }),
      qrName: t('card:sheet.qr'),
      pictures: pictures.map((picture) => ({
        svg: pictureSvg(picture, ink),
        name: t(`card:picture.${picture}`),
      })),
    })),
  }
}
