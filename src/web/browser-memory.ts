/** What this browser remembers between visits: taste, and of people no more than ids and when they were last here. It may be switched off. */
type Taste =
  | 'language'
  | 'theme'
  | 'keys'
  | 'desk'
  | 'pins'
  | 'wiped'
  | 'locked'
  | 'touched'
  | `buttons.${string}`

/** What could not be kept: the browser forbids storage, or is full. It lasts as long as the page. */
const here = new Map<Taste, string>()

export function recall(taste: Taste): string | undefined {
  const notKept = here.get(taste)
  if (notKept !== undefined) return notKept
  try {
    return localStorage.getItem(`brugwijzer.${taste}`) ?? undefined
  } catch {
    return undefined
  }
}

export function remember(taste: Taste, value: string | undefined): void {
  here.delete(taste)
  try {
    if (value === undefined) localStorage.removeItem(`brugwijzer.${taste}`)
    else localStorage.setItem(`brugwijzer.${taste}`, value)
  } catch {
    if (value !== undefined) here.set(taste, value)
  }
}
