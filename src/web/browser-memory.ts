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

export function recall(taste: Taste): string | undefined {
  try {
    return localStorage.getItem(`brugwijzer.${taste}`) ?? undefined
  } catch {
    return undefined
  }
}

export function remember(taste: Taste, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(`brugwijzer.${taste}`)
    else localStorage.setItem(`brugwijzer.${taste}`, value)
  } catch {
    // A browser that forbids storage forgets the choice at the end of the visit; nothing else is lost.
  }
}
