/** What a right code has opened, for as long as this page is open and nobody else comes. */
let opened: { readonly memberId: string; readonly key: CryptoKey } | undefined

export const openedKey = (memberId: string): CryptoKey | undefined =>
  opened?.memberId === memberId ? opened.key : undefined

export function keepOpened(memberId: string, key: CryptoKey): void {
  opened = { memberId, key }
}
