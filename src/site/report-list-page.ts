import { html } from 'hono/html'
import { publicReportPath, publicReportsPath } from '../domain/public-address.ts'
import { translator } from '../text/translate.ts'
import { dayOf, type PublishedReport, periodOf } from './published-report.ts'
import { type Html, type SitePlace, siteFrame } from './site-frame.ts'

/** Every report that the city published, newest first; one that was taken back says so and why. */
export function reportListPage(place: SitePlace, reports: readonly PublishedReport[]): Html {
  const { city, language } = place
  const t = translator(language)
  const item = (report: PublishedReport) => html`<li>
    <a class="link" href="${publicReportPath({ city: city.code, language }, report)}">${periodOf(place, report)}</a>
    <p>${t('site:publishedOn', { date: dayOf(place, report.publishedAt) })}</p>
    ${
      report.withdrawn
        ? html`<p class="withdrawn"><strong>${t('site:withdrawn', { date: dayOf(place, report.withdrawn.at) })}</strong>
          ${t('site:reason', { reason: report.withdrawn.reason })}</p>`
        : ''
    }
  </li>`
  const title = t('site:listTitle')
  return siteFrame({
    ...place,
    title,
    pathIn: (other) => publicReportsPath({ city: city.code, language: other }),
    content: html`
<div class="page-header"><div>
  <h1>${title}</h1>
  <p class="page-lead">${t('site:listLead', { city: city.name })}</p>
</div></div>
${reports.length === 0 ? html`<p>${t('site:listNone')}</p>` : html`<ul class="reports">${reports.map(item)}</ul>`}`,
  })
}
