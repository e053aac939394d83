import { newId } from '../new-id.ts'

/** This browser as a city knows it (docs/decisions/0033-devices-and-quarantine.md). */
export interface Device {
  readonly cityId: string
  readonly id: string
  /** 256 random bits in base64url. */
  readonly secret: string
}

const prefix = 'brugwijzer.device.'

/** Made once for each city, and kept for as long as the browser keeps anything of us. */
export function deviceOf(cityId: string): Device {
  const known = recallDevice(cityId)
  if (known) return known
  const made = { cityId, id: newId(), secret: makeSecret() }
  try {
    localStorage.setItem(prefix + cityId, `${made.id}.${made.secret}`)
  } catch {
    // A browser that forbids storage is a new device each time; it keeps nothing that could get lost either.
  }
  return made
}

/** The devices that this browser is, one for each city in which somebody worked here. */
export function knownDevices(): Device[] {
  try {
    return Object.keys(localStorage).flatMap((key) =>
      key.startsWith(prefix) ? (recallDevice(key.slice(prefix.length)) ?? []) : [],
    )
  } catch {
    return []
  }
}

export const deviceHeader = ({ id, secret }: Device) => ({ 'x-device': `${id}.${secret}` })

function recallDevice(cityId: string): Device | undefined {
  try {
    const [id, secret] = (localStorage.getItem(prefix + cityId) ?? '').split('.')
    return id && secret ? { cityId, id, secret } : undefined
  } catch {
    return undefined
  }
}

const makeSecret = (): string =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
