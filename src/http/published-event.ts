import type { Context } from 'hono'
import { asActor } from '../db/as-actor.ts'
import { readKnownNames } from '../db/city/known-name-store.ts'
import { namePassage } from '../documents/chapter/draft-passage.ts'
import { textsSaying } from '../documents/chapter/revealing-text.ts'
import { type StaffLanguage, staffLanguage } from '../domain/language.ts'
import { actorOf } from '../domain/people/session.ts'
import { concernsOf } from '../domain/report/event-title.ts'
import type { PublishedContent } from '../domain/report/published-report.ts'
import { worldLexemes } from '../text/search-name.ts'
import type { RequestEnv } from './context.ts'

/** The events that would be readable, with what their titles seem to tell of a person and the texts that say them. */
export async function lookTwice(
  c: Context<RequestEnv>,
  { events, texts = [] }: PublishedContent,
  language: StaffLanguage,
) {
  if (events.length === 0) return []
  const { services, signedIn: who } = c.var
  const { people, organizations, desks } = await asActor(services.db, actorOf(who), readKnownNames)
  const world = staffLanguage.options.flatMap((each) => worldLexemes(each).map(({ text }) => text))
  const known = { people, others: [who.city.name, ...organizations, ...desks, ...world] }
  return events.map((event) => ({
    ...event,
    concerns: concernsOf(event.title, known),
    texts: textsSaying(event.title, texts).map((text) => ({
      language: text.language,
      ...namePassage(text.passage, { language }),
    })),
  }))
}
