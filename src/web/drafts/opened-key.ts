import { fetchDraftKey } from './draft-key.ts'

/** What a right code has opened, for as long as this page is open and nobody else comes. */
let opened: { readonly memberId: string; readonly key: CryptoKey } | undefined

export const openedKey = (memberId: string): CryptoKey | undefined =>
  opened?.memberId === memberId ? opened.key : undefined

export function keepOpened(memberId: string, key: CryptoKey): void {
  opened = { memberId, key }
}

/** The key of this member; rejects like fetchDraftKey when no code has opened it. */
export const keyOf = async (memberId: string): Promise<CryptoKey> =>
  openedKey(memberId) ?? fetchDraftKey(memberId)
