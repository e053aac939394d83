import type { Chance } from './card-code.ts'

/**
 * What is drawn on cards, so that somebody who does not read knows theirs again: things that everybody has seen, none of
 * which says anything about a person or stands for a theme. They open nothing: they confirm the right card.
 */
export const cardPictures = [
  'airplane',
  'bell',
  'bicycle',
  'bird',
  'boat',
  'butterfly',
  'carrot',
  'cat',
  'chair',
  'cherries',
  'cup',
  'fish',
  'flower',
  'guitar',
  'hammer',
  'horse',
  'key',
  'leaf',
  'mountains',
  'rabbit',
  'scissors',
  'sun',
  'tree',
  'umbrella',
] as const
export type CardPicture = (typeof cardPictures)[number]

const perCard = 3

/** Three different ones by chance, in the order in which they stand on the card. */
export function drawPictures(chance: Chance): CardPicture[] {
  const left: CardPicture[] = [...cardPictures]
  return Array.from({ length: perCard }, () => left.splice(chance(left.length), 1)).flat()
}
