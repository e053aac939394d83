import { html } from 'hono/html'
import type { TimeSpan } from '../domain/calendar/timetable.ts'
import type { StaffLanguage } from '../domain/language.ts'
import { publicCardPath } from '../domain/public-address.ts'
import cardWords from '../text/card-words.json' with { type: 'json' }
import { formatWeekday } from '../text/format.ts'
import { translator } from '../text/translate.ts'
import { type Html, type SitePlace, siteFrame } from './site-frame.ts'

/** A desk that people can come to, with the hours that it holds now. */
export interface OpenDesk {
  readonly name: string
  readonly spans: readonly TimeSpan[]
}

/**
 * Where the code of a card leads for anybody with a phone: to the desk. It knows nothing of the card, whose code never
 * comes here.
 */
export function cardPage(place: SitePlace, desks: readonly OpenDesk[]): Html {
  const { city, language } = place
  const t = translator(language)
  const title = cardWords[language].title
  return siteFrame({
    ...place,
    title,
    pathIn: (other) => publicCardPath({ city: city.code, language: other }),
    content: html`
<div class="page-header"><div>
  <h1>${title}</h1>
  <p class="page-lead">${t('site:card.lead')}</p>
</div></div>
<section class="card">
<h2>${t('site:card.where')}</h2>
${desks.length === 0 ? html`<p>${t('site:card.nowhere')}</p>` : desks.map((desk) => deskHours(desk, language))}
<h2>${t('site:card.others')}</h2>
${elsewhere
  .filter((other) => other !== language)
  .map(
    (other) =>
      html`<p lang="${other}" dir="${other === 'ar' ? 'rtl' : 'ltr'}"><strong>${cardWords[other].title}.</strong>
  ${cardWords[other].show} ${cardWords[other].nameless}</p>`,
  )}
<p><a class="link" href="/">${t('site:card.staff')}</a></p>
</section>`,
  })
}

const elsewhere = ['nl', 'fr', 'en', 'ar', 'ru'] as const

const deskHours = ({ name, spans }: OpenDesk, language: StaffLanguage): Html => html`
<h3>${name}</h3>
<ul class="hours">${[...Map.groupBy(spans, ({ weekday }) => weekday)].map(
  ([weekday, ofDay]) =>
    html`<li><span>${formatWeekday(language, weekday)}</span> ${ofDay
      .map(({ opens, closes }) => `${opens}–${closes}`)
      .join(', ')}</li>`,
)}</ul>`
