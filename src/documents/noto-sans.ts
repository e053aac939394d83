import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const weights = ['400Regular', '600SemiBold', '700Bold']

/** The family of everything that is set or drawn here, so that nothing depends on the fonts of a machine. */
export function readNotoSans(): Buffer[] {
  const require = createRequire(import.meta.url)
  return weights.map((weight) =>
    readFileSync(require.resolve(`@expo-google-fonts/noto-sans/${weight}/NotoSans_${weight}.ttf`)),
  )
}
