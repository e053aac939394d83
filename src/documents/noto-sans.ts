import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const weights = ['400Regular', '600SemiBold', '700Bold']

/** The family of everything that is set or drawn here, so that nothing depends on the fonts of a machine. */
export const readNotoSans = (): Buffer[] => readFamily('noto-sans', 'NotoSans')

/** Its Arabic: for cards, and for words that somebody said. */
export const readNotoSansArabic = (): Buffer[] => readFamily('noto-sans-arabic', 'NotoSansArabic')

function readFamily(folder: string, family: string): Buffer[] {
  const require = createRequire(import.meta.url)
  return weights.map((weight) =>
    readFileSync(require.resolve(`@expo-google-fonts/${folder}/${weight}/${family}_${weight}.ttf`)),
  )
}
