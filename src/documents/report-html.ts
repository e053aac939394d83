import { html, raw } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import type { StaffLanguage } from '../domain/language.ts'
import type { Paragraph, Run } from '../domain/report/chapter/plain-format.ts'
import { type Block, type Chapter, printedRows, type ReportDocument, type Table } from './report-document.ts'
import { type ReportChart, say } from './report-words.ts'

type Html = HtmlEscapedString | Promise<HtmlEscapedString>

/** The report as a part of a page, without any style or script of its own: of which project, numbers, its chapters. */
export const reportHtml = ({ kind, colophon, keyFigures, chapters, language }: ReportDocument): Html => html`
${
  colophon.length > 0
    ? html`<div class="colophon"><p><strong>${kind}</strong></p>${colophon.map((line) => html`<p>${line}</p>`)}</div>`
    : ''
}
<dl class="key-figures">
  ${keyFigures.map(({ name, value }) => html`<div class="key-figure"><dt>${name}</dt><dd>${value}</dd></div>`)}
</dl>
<nav class="contents no-print" aria-labelledby="contents">
  <h2 id="contents">${say({ language }, 'document.contents')}</h2>
  <ul>${chapters.map(({ code, title }) => html`<li><a class="link" href="#${code}">${title}</a></li>`)}</ul>
</nav>
${chapters.map((chapter) => chapterHtml(chapter, language))}`

const chapterHtml = ({ code, title, blocks }: Chapter, language: StaffLanguage): Html => html`
<section class="chapter" aria-labelledby="${code}">
  <h2 id="${code}">${title}</h2>
  ${blocks.map((block, at) => blockHtml(block, nameOf(blocks.slice(0, at), title), language))}
</section>`

/** What a table is called: by the heading above it, else by its chapter. */
const nameOf = (before: readonly Block[], chapter: string): string =>
  before.findLast((block) => block.kind === 'heading')?.text ?? chapter

function blockHtml(block: Block, name: string, language: StaffLanguage): Html {
  switch (block.kind) {
    case 'heading':
      return html`<h3>${block.text}</h3>`
    case 'text':
      return html`${itemsTogether(block.paragraphs).map(paragraphHtml)}`
    case 'figure':
      return figureHtml(block.figure, language)
    case 'table':
      return tableHtml({ ...block, rows: printedRows(block, language) }, name)
    case 'terms':
      return html`<dl class="terms">
        ${block.terms.map(([term, meaning]) => html`<dt>${term}</dt><dd>${meaning}</dd>`)}
      </dl>`
  }
}

/** Items that follow each other are one list. */
const itemsTogether = (paragraphs: readonly Paragraph[]): Paragraph[][] =>
  paragraphs.reduce<Paragraph[][]>((groups, paragraph) => {
    const last = groups.at(-1)
    if (paragraph.kind === 'item' && last?.[0]?.kind === 'item') last.push(paragraph)
    else groups.push([paragraph])
    return groups
  }, [])

const paragraphHtml = (group: readonly Paragraph[]): Html =>
  group[0]?.kind === 'item'
    ? html`<ul class="items">${group.map(({ runs }) => html`<li>${runs.map(runHtml)}</li>`)}</ul>`
    : html`${group.map(({ kind, runs }) => {
        const words = html`<p>${runs.map(runHtml)}</p>`
        return kind === 'quotation' ? html`<blockquote class="quotation">${words}</blockquote>` : words
      })}`

function runHtml({ text, bold, italic }: Run): Html {
  const words = italic ? html`<em>${text}</em>` : html`${text}`
  return bold ? html`<strong>${words}</strong>` : words
}

/** A chart says what it shows before it shows it; its table is one press away, its unit and base under it. */
const figureHtml = (
  { title, sentence, svg, unit, base, table, notes }: ReportChart,
  language: StaffLanguage,
) => html`
<p>${sentence}</p>
<figure>
  <div class="picture">${raw(svg)}</div>
  <figcaption>
    ${say({ language }, 'document.unit', { unit })}<br />
    ${say({ language }, 'document.base', { base })}
  </figcaption>
</figure>
${notes.length > 0 ? html`<ul class="items">${notes.map((note) => html`<li>${note}</li>`)}</ul>` : ''}
<details>
  <summary>${say({ language }, 'document.showTable', { title })}</summary>
  ${tableHtml(table, title)}
</details>`

type PrintedTable = Omit<Table, 'rows'> & { readonly rows: readonly (readonly string[])[] }

/** On a narrow screen a table may be wider than its frame, which then moves by the arrow keys too. */
const tableHtml = ({ headings, rows, textColumns, dutch }: PrintedTable, caption: string): Html => {
  const look = (position: number) => (position >= textColumns ? raw(' class="data-number"') : '')
  const tongue = (row: number, position: number) =>
    dutch?.[row]?.includes(position) ? raw(' lang="nl"') : ''
  return html`<div class="data-table-frame" role="group" aria-label="${caption}" tabindex="0"><table class="data-table">
  <caption class="visually-hidden">${caption}</caption>
  <thead><tr>${headings.map((heading, at) => html`<th scope="col"${look(at)}>${heading}</th>`)}</tr></thead>
  <tbody>${rows.map((row, line) => html`<tr>${row.map((cell, at) => html`<td${look(at)}${tongue(line, at)}>${cell}</td>`)}</tr>`)}</tbody>
</table></div>`
}
