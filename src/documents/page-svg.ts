/** A page of a document as a picture that needs nothing beside it. */
export interface PageSvg {
  readonly svg: string
  /** In points. */
  readonly width: number
  readonly height: number
}

/**
 * Takes apart the one SVG in which typst sets every page below the other. Each page gets the shapes of its own letters
 * only. Throws where it is no such SVG.
 */
export function splitPages(set: string): PageSvg[] {
  const tight = tightSvg(set).replace(/ (?:class="[^"]*"|fill-rule="nonzero")/g, '')
  const [, paper, height, width] =
    /^<svg[^>]*>(<path[^>]* d="M 0 0v ([\d.]+) h ([\d.]+) [^>]*\/>)/.exec(tight) ?? []
  if (!paper || !height || !width) throw new Error('typst sets pages in another way')
  const [bodies = '', shapes = ''] = tight.split('<defs id="glyph">')
  const glyphs = new Map(
    [...shapes.matchAll(/<symbol id="(\w+)".*?<\/symbol>/g)].map(([symbol, id]) => [id, symbol]),
  )
  const others = shapes.slice(shapes.indexOf('</defs>') + '</defs>'.length).replace('</svg>', '')
  // Every page lies on its own sheet, and says how far below the first it is.
  const [, ...sheets] = bodies.split(paper)
  return sheets.map((sheet) => {
    const used = new Set([...sheet.matchAll(/<use xlink:href="#(\w+)"/g)].map(([, id]) => id))
    const letters = [...used].map((id) => glyphs.get(id)).join('')
    const body = sheet.replace(/^<g[^>]*>/, '<g>').replace('</svg>', '')
    return {
      svg: `${openSvg(width, height)}${paper}<defs>${letters}</defs>${others}${body}</svg>`,
      width: Number(width),
      height: Number(height),
    }
  })
}

/** Without spaces between its parts, and to a thousandth of a point: nobody sees more. */
const tightSvg = (svg: string): string =>
  svg
    .replace(/>\s+</g, '><')
    .replace(/\d+\.\d{4,}/g, (number) => String(Math.round(Number(number) * 1000) / 1000))

const openSvg = (width: string, height: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`

const picture =
  /<image xlink:href="data:image\/svg\+xml;base64,([^"]*)"((?: \w+="[\d.]+")*) preserveAspectRatio="none"\/>/g

/**
 * Pictures within a page become shapes of the page itself: a page that a browser shows as a picture may ask for no
 * font, and words in another letter would not be those on paper. `draw`: an SVG of shapes alone.
 */
export async function drawPictures(svg: string, draw: (svg: string) => Promise<string>): Promise<string> {
  const found = [...svg.matchAll(picture)]
  const drawn = await Promise.all(
    found.map(async ([, bytes = '', place]) => {
      const shapes = tightSvg(await draw(Buffer.from(bytes, 'base64').toString()))
      // Stretched to its place, as it is on paper.
      return shapes.replace(/^<svg width="[\d.]+" height="[\d.]+"/, `<svg${place} preserveAspectRatio="none"`)
    }),
  )
  return svg.replace(picture, () => drawn.shift() ?? '')
}
