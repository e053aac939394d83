import { html } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import type { City } from '../domain/city.ts'
import { type StaffLanguage, staffLanguage } from '../domain/language.ts'
import { publicReportsPath } from '../domain/public-address.ts'
import { translator } from '../text/translate.ts'
import { siteAddresses } from './site-file.ts'

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>

/** Whose page it is, and for whom it is written. */
export interface SitePlace {
  readonly city: City
  readonly language: StaffLanguage
}

interface Framed {
  readonly language: StaffLanguage
  /** Undefined where nobody knows which city was meant. */
  readonly city: City | undefined
  readonly title: string
  /** The same page in another language. */
  readonly pathIn: ((language: StaffLanguage) => string) | undefined
  readonly links?: Html
  readonly content: Html
}

/** What every public page has around it. It asks nothing of a browser: no script, no cookie, nothing from elsewhere. */
export function siteFrame({ language, city, title, pathIn, links, content }: Framed): Html {
  const t = translator(language)
  const { sheet, mark } = siteAddresses()
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width" />
<meta name="color-scheme" content="light dark" />
<title>${t('site:title', { page: title, city: city?.name ?? 'Brugwijzer' })}</title>
<link rel="stylesheet" href="${sheet}" />
<link rel="icon" href="${mark}" type="image/svg+xml" />
${links ?? ''}
</head>
<body class="shell">
<a class="shell-skip" href="#content">${t('app:skip')}</a>
${
  city?.isDemo
    ? html`<aside class="banner" aria-label="${t('app:demo.word')}"><p>${t('report:document.demo')}</p></aside>`
    : ''
}
<header class="shell-header"><div class="shell-bar">
${city ? brand({ city, language }) : html`<span class="site-brand">${signed('Brugwijzer')}</span>`}
${pathIn ? languageChoice(language, pathIn) : ''}
</div></header>
<main class="shell-content" id="content" tabindex="-1">${content}</main>
<footer class="foot"><p>${t('site:foot')}</p></footer>
</body>
</html>`
}

const brand = ({ city, language }: SitePlace): Html =>
  html`<a class="site-brand" href="${publicReportsPath({ city: city.code, language })}">${signed(city.name)}</a>`

const signed = (name: string): Html =>
  html`<img src="${siteAddresses().mark}" alt="" width="32" height="32" />${name}`

/** Every language by its own name. */
export const languageNames: Readonly<Record<StaffLanguage, string>> = {
  nl: 'Nederlands',
  fr: 'Français',
  en: 'English',
}

const languageChoice = (chosen: StaffLanguage, pathIn: (language: StaffLanguage) => string): Html => html`
<nav class="languages no-print" aria-label="${translator(chosen)('site:languages')}"><ul>
${staffLanguage.options.map(
  (language) =>
    html`<li><a href="${pathIn(language)}" lang="${language}" hreflang="${language}"${
      language === chosen ? html` aria-current="true"` : ''
    }>${languageNames[language]}</a></li>`,
)}
</ul></nav>`
