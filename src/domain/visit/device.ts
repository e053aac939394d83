import { z } from 'zod'
import { deviceId } from '../id.ts'
import { writtenText } from '../written-text.ts'

/** What people call a browser at a desk: "tablet onthaal". */
export const deviceName = writtenText({ most: 60 })

/** 256 random bits in base64url, made by the browser: with it a device proves that it is itself, whoever is signed in. */
export const deviceSecret = z.string().regex(/^[\w-]{43}$/)

/** What a device sends along in the header x-device: its id, a dot, its secret. */
export const devicePass = z
  .string()
  .transform((text) => text.split('.'))
  .pipe(z.tuple([deviceId, deviceSecret]))
  .transform(([id, secret]) => ({ id, secret }))

const browsers = [
  ['Edge', /\bEdgA?\//],
  ['Opera', /\bOPR\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Firefox', /\b(Firefox|FxiOS)\//],
  ['Chrome', /\b(Chrome|CriOS)\//],
  ['Safari', /\bSafari\//],
] as const
const systems = [
  ['iPad', /\biPad\b/],
  ['iPhone', /\biPhone\b/],
  ['Android', /\bAndroid\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['Windows', /\bWindows\b/],
  ['macOS', /\bMacintosh\b/],
  ['Linux', /\bLinux\b/],
] as const

/** How a device is called before anybody gives it a name, by what its browser says of itself: "Chrome, Android". */
export function nameOfBrowser(userAgent: string): string {
  const found = [browsers, systems].flatMap((all) => all.find(([, sign]) => sign.test(userAgent))?.[0] ?? [])
  return found.length > 0 ? found.join(', ') : 'Browser'
}
