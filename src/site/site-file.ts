import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

/** Whatever stands under it may be kept for ever: its name changes with what it holds. */
const folder = '/site'
export const siteFilePattern = `${folder}/:name` as const

export interface SiteFile {
  readonly bytes: Uint8Array
  readonly type: string
}

const web = join(import.meta.dirname, '../web')
/** The look of the staff screens, from the same tokens, and what only the public pages have. */
const sheets = [
  ...['tokens', 'fonts', 'base', 'app-shell', 'page-header', 'banner', 'notice', 'button', 'data-table'].map(
    (name) => join(web, `ui/${name}.css`),
  ),
  join(import.meta.dirname, 'site.css'),
]

/** Read at the first page. Browsers that are too old for its colours show the page without them. */
function readSiteFiles() {
  const files = new Map<string, SiteFile>()
  const keep = (bytes: Uint8Array, ending: string, type: string): string => {
    const name = `${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}.${ending}`
    files.set(name, { bytes, type })
    return `${folder}/${name}`
  }
  const { resolve } = createRequire(import.meta.url)
  const css = sheets
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/url\("(@fontsource-variable\/[^"]+)"\)/g, (_, font: string) => {
      return `url("${keep(readFileSync(resolve(font)), 'woff2', 'font/woff2')}")`
    })
    .replace(/\s+/g, ' ')
  return {
    files,
    sheet: keep(Buffer.from(css), 'css', 'text/css; charset=utf-8'),
    mark: keep(readFileSync(join(web, 'brugwijzer.svg')), 'svg', 'image/svg+xml'),
  }
}

let read: ReturnType<typeof readSiteFiles> | undefined
const siteFiles = () => (read ??= readSiteFiles())

export const findSiteFile = (name: string): SiteFile | undefined => siteFiles().files.get(name)

/** Where the style sheet and the mark of the pages stand. */
export const siteAddresses = (): { readonly sheet: string; readonly mark: string } => siteFiles()
