import type { SealedFile, SealedIdentity } from '../../db/client/client-file-store.ts'
import { type FileIdentity, keptIdentity, searchForm } from '../../domain/client/client-file.ts'
import type { CityId, ClientId } from '../../domain/id.ts'
import { openWordKey, type WordKey } from '../note/word-sealing.ts'
import { blindIndex, openText, type Sealing, sealText } from './private-text.ts'

/** The keys of the city are wrapped with the secret of this server. */
interface Place {
  readonly secret: string
  readonly cityId: CityId
}

/** Null: sealed before files had a key of the city, with the secret itself. */
type WrappedKey = Buffer | null

/** Of one city and one client: moved to another, it opens no more. */
const sealingOf = ({ secret, cityId }: Place, wrappedKey: WrappedKey, about: string): Sealing => ({
  secret: wrappedKey ? openWordKey({ wrappedKey }, secret) : secret,
  purpose: 'client file',
  about: `${cityId} ${about}`,
})

const digestOf = (place: Place, wrappedKey: WrappedKey, words: string): string =>
  blindIndex(searchForm(words), sealingOf(place, wrappedKey, 'search'))

/** What finds these words, whichever of the city's keys a file was sealed with. */
export const searchDigests = (place: Place, keys: readonly WordKey[], words: string): string[] =>
  [...keys.map(({ wrappedKey }) => wrappedKey), null].map((key) => digestOf(place, key, words))

export const sealIdentity = (
  place: Place,
  { id: keyId, wrappedKey }: WordKey,
  id: ClientId,
  identity: FileIdentity,
): SealedIdentity => ({
  keyId,
  sealed: sealText(JSON.stringify(identity), sealingOf(place, wrappedKey, id)),
  nameDigest: digestOf(place, wrappedKey, identity.name),
  reachDigest: identity.reach === null ? null : digestOf(place, wrappedKey, identity.reach),
})

/** Throws when it was sealed with another secret, belongs elsewhere or is damaged: the database was tampered with. */
export const openIdentity = (place: Place, { id, sealed, wrappedKey }: SealedFile): FileIdentity =>
  keptIdentity.parse(JSON.parse(openText(sealed, sealingOf(place, wrappedKey, id))))
