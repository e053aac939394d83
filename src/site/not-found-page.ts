import { html } from 'hono/html'
import type { City } from '../domain/city.ts'
import { type StaffLanguage, staffLanguage } from '../domain/language.ts'
import { publicReportsPath } from '../domain/public-address.ts'
import { translator } from '../text/translate.ts'
import { type Html, languageNames, siteFrame } from './site-frame.ts'

/** For whoever follows an old or a half address. */
export function notFoundPage(language: StaffLanguage, city?: City): Html {
  const t = translator(language)
  const title = t('app:notFound.title')
  return siteFrame({
    language,
    city,
    title,
    pathIn: city && ((other) => publicReportsPath({ city: city.code, language: other })),
    content: html`
<div class="page-header"><div>
  <h1>${title}</h1>
  <p class="page-lead">${t(city ? 'app:notFound.lead' : 'site:cityUnknown')}</p>
</div></div>
${city ? html`<p><a class="link" href="${publicReportsPath({ city: city.code, language })}">${t('site:all')}</a></p>` : ''}`,
  })
}

/** In a language that we do not write in: says so in each of ours, with the way there. */
export function languageChoicePage(pathIn: (language: StaffLanguage) => string): Html {
  return siteFrame({
    language: 'nl',
    city: undefined,
    title: staffLanguage.options.map((language) => languageNames[language]).join(' · '),
    pathIn: undefined,
    content: html`
<h1 class="choose">${staffLanguage.options.map(
      (language) => html`<span lang="${language}">${translator(language)('site:choose')}</span>`,
    )}</h1>
<ul class="reports">${staffLanguage.options.map(
      (language) => html`<li>
  <a class="link" href="${pathIn(language)}" lang="${language}" hreflang="${language}">${languageNames[language]}</a>
</li>`,
    )}</ul>`,
  })
}
