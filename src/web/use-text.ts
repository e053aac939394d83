import { useCallback, useMemo, useSyncExternalStore } from 'react'
import type { StaffLanguage } from '../domain/language.ts'
import { isolate } from '../text/isolate.ts'
import type app from '../text/nl/app.json'
import type buttons from '../text/nl/buttons.json'
import type card from '../text/nl/card.json'
import type client from '../text/nl/client.json'
import type coaching from '../text/nl/coaching.json'
import type code from '../text/nl/code.json'
import type codes from '../text/nl/codes.json'
import type desk from '../text/nl/desk.json'
import type devices from '../text/nl/devices.json'
import type followups from '../text/nl/followups.json'
import type groups from '../text/nl/groups.json'
import type imports from '../text/nl/imports.json'
import type joining from '../text/nl/joining.json'
import type mailing from '../text/nl/mailing.json'
import type making from '../text/nl/making.json'
import type member from '../text/nl/member.json'
import type members from '../text/nl/members.json'
import type pin from '../text/nl/pin.json'
import type places from '../text/nl/places.json'
import type population from '../text/nl/population.json'
import type privacy from '../text/nl/privacy.json'
import type projects from '../text/nl/projects.json'
import type publication from '../text/nl/publication.json'
import type refused from '../text/nl/refused.json'
import type request from '../text/nl/request.json'
import type requests from '../text/nl/requests.json'
import type roster from '../text/nl/roster.json'
import type start from '../text/nl/start.json'
import type today from '../text/nl/today.json'
import type typed from '../text/nl/typed.json'
import { type CatalogueName, chosenLanguage, sentencesOf, watchLanguage } from './language.ts'

/** `app` is everywhere; the others come with the page that needs them (openCatalogue in language.ts). */
interface Catalogues {
  readonly app: typeof app
  readonly buttons: typeof buttons
  readonly client: typeof client
  readonly card: typeof card
  readonly code: typeof code
  readonly coaching: typeof coaching
  readonly codes: typeof codes
  readonly desk: typeof desk
  readonly followups: typeof followups
  readonly groups: typeof groups
  readonly devices: typeof devices
  readonly imports: typeof imports
  readonly joining: typeof joining
  readonly mailing: typeof mailing
  readonly making: typeof making
  readonly member: typeof member
  readonly members: typeof members
  readonly pin: typeof pin
  readonly places: typeof places
  readonly population: typeof population
  readonly privacy: typeof privacy
  readonly projects: typeof projects
  readonly publication: typeof publication
  readonly refused: typeof refused
  readonly request: typeof request
  readonly requests: typeof requests
  readonly roster: typeof roster
  readonly start: typeof start
  readonly today: typeof today
  readonly typed: typeof typed
}

type Keys<Part, Path extends string> = {
  [Key in keyof Part & string]: Part[Key] extends string
    ? `${Path}${WithoutPlural<Key>}`
    : Keys<Part[Key], `${Path}${Key}.`>
}[keyof Part & string]
type WithoutPlural<Key extends string> = Key extends `${infer Base}_${'one' | 'other'}` ? Base : Key

/** A sentence that the page's catalogue or the shell's holds: a key that neither holds fails to compile. */
export type TextKey<Name extends CatalogueName = 'app'> = Keys<Catalogues[Name], ''> | Keys<typeof app, ''>
export type Text<Name extends CatalogueName = 'app'> = (
  key: TextKey<Name>,
  gaps?: Readonly<Record<string, string | number>>,
) => string

/** The sentences of the chosen language, and that language for whoever formats or asks the server. */
export function useText<Name extends CatalogueName = 'app'>(
  // because: without a name it is the catalogue of the shell, which the type parameter's default says too
  name: Name = 'app' as Name,
): { t: Text<Name>; language: StaffLanguage } {
  const language = useSyncExternalStore(watchLanguage, chosenLanguage)
  const say = useMemo(() => sentencesOf(language, name), [language, name])
  return { t: useCallback<Text<Name>>((key, gaps) => say(key, isolateAll(gaps)), [say]), language }
}

const isolateAll = (gaps: Readonly<Record<string, string | number>> = {}) =>
  Object.fromEntries(
    Object.entries(gaps).map(([gap, value]) => [gap, typeof value === 'string' ? isolate(value) : value]),
  )
