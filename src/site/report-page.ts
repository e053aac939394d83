import { html, raw } from 'hono/html'
import { type DataFormat, publicReportPath, publicReportsPath } from '../domain/public-address.ts'
import { translator } from '../text/translate.ts'
import { dayOf, type PublishedReport, periodOf } from './published-report.ts'
import { type Html, type SitePlace, siteFrame } from './site-frame.ts'

/** Under which terms everybody may use the figures. */
const licence = 'https://creativecommons.org/licenses/by/4.0/deed.'

const formats: readonly DataFormat[] = ['csv', 'json']

/** A published report whole: `figures` are its numbers, charts and definitions as a part of the page. */
export function reportPage(
  place: SitePlace,
  report: PublishedReport,
  { notices, figures }: { readonly notices: readonly string[]; readonly figures: Html },
): Html {
  const { city, language } = place
  const t = translator(language)
  const pathOf = (format: DataFormat) =>
    publicReportPath({ city: city.code, language }, { id: report.id, format })
  return framed(place, report, {
    links: html`${formats.map(
      (format) =>
        html`<link rel="alternate" type="${format === 'csv' ? 'text/csv' : 'application/json'}" href="${pathOf(format)}" />`,
    )}`,
    content: html`
${notices.map((notice) => html`<p class="remark">${notice}</p>`)}
<ul class="downloads no-print" aria-label="${t('site:download')}">
  ${formats.map((format) => html`<li><a class="button" href="${pathOf(format)}" download>${t(`site:${format}`)}</a></li>`)}
</ul>
${figures}
<section class="chapter" aria-labelledby="about">
  <h2 id="about">${t('site:about')}</h2>
  <dl class="terms">
    <dt>${t('site:published')}</dt><dd>${dayOf(place, report.publishedAt)}</dd>
    <dt>${t('site:licence')}</dt>
    <dd>${t('site:licenceMeaning', { city: city.name })} <a href="${licence}${language}">CC BY 4.0</a></dd>
    <dt>${t('site:checksum')}</dt><dd class="checksum">${report.checksum}</dd>
  </dl>
</section>`,
  })
}

/** Of a report that was taken back only this is left, for whoever still has it. */
export function withdrawnPage(place: SitePlace, report: PublishedReport): Html {
  const t = translator(place.language)
  const { at, reason } = report.withdrawn ?? { at: report.publishedAt, reason: '' }
  return framed(place, report, {
    links: raw('<meta name="robots" content="noindex" />'),
    content: html`
<div class="notice notice-signal"><div>
  <strong class="notice-word">${t('site:withdrawn', { date: dayOf(place, at) })}</strong>
  <p>${t('site:reason', { reason })}</p>
</div></div>
<p>${t('site:withdrawnLead')}</p>
<dl class="terms">
  <dt>${t('site:published')}</dt><dd>${dayOf(place, report.publishedAt)}</dd>
  <dt>${t('site:checksum')}</dt><dd class="checksum">${report.checksum}</dd>
</dl>`,
  })
}

function framed(
  place: SitePlace,
  report: PublishedReport,
  { links, content }: { readonly links: Html; readonly content: Html },
): Html {
  const { city, language } = place
  const t = translator(language)
  const period = periodOf(place, report)
  return siteFrame({
    ...place,
    title: t('site:reportTitle', { period }),
    pathIn: (other) => publicReportPath({ city: city.code, language: other }, report),
    links,
    content: html`<article class="report">
<p class="no-print"><a class="link" href="${publicReportsPath({ city: city.code, language })}">${t('site:all')}</a></p>
<div class="page-header"><div>
  <h1>${t('report:document.title', { city: city.name })}</h1>
  <p class="page-lead">${period}</p>
</div></div>
${content}
</article>`,
  })
}
