import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { contrast, linearSrgb, luminance, type Oklch } from './colour.ts'

// The staff screens and the public pages: one look.
const root = join(import.meta.dirname, '../../src')
const sheets = globSync('{web,site}/**/*.css', { cwd: root }).map((file) => ({
  file,
  css: readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, ''),
}))
const tokens = sheets.find(({ file }) => file === 'web/ui/tokens.css')?.css ?? ''

const oklch = String.raw`oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)`
const declared = [
  ...tokens.matchAll(new RegExp(String.raw`--([\w-]+): light-dark\(\s*${oklch},\s*${oklch}\s*\)`, 'g')),
]
const colours = new Map(
  declared.map(([, name = '', ...numbers]) => {
    const [l1, c1, h1, l2, c2, h2] = numbers.map(Number)
    return [name, { light: colour(l1, c1, h1), dark: colour(l2, c2, h2) }]
  }),
)
const names = [...colours.keys()]
const themes = ['light', 'dark'] as const
const general = ['back-page', 'back-card', 'back-quiet']

/** Every text with every background that it may stand on. */
const textPairs = names
  .filter((name) => name.startsWith('text-') && name !== 'text-on-accent')
  .flatMap((text) => {
    const own = text.replace('text-', 'back-')
    const all = text === 'text-main' ? names.filter((name) => name.startsWith('back-')) : [...general, own]
    return all.filter((back) => colours.has(back)).map((back) => [text, back] as const)
  })
  .concat([
    ['text-on-accent', 'fill-accent'],
    ['text-on-accent', 'fill-accent-strong'],
  ])

/** What must be seen without being read: borders of fields, the focus ring, filled controls (WCAG 1.4.11). */
const shapePairs = ['line-field', 'line-focus', 'fill-accent'].flatMap((shape) =>
  general.map((back) => [shape, back] as const),
)

function colour(lightness = Number.NaN, chroma = Number.NaN, hue = Number.NaN): Oklch {
  return { lightness, chroma, hue }
}

function ratio(one: string, other: string, theme: (typeof themes)[number]): number {
  const [a, b] = [colours.get(one)?.[theme], colours.get(other)?.[theme]]
  if (!a || !b) throw new Error(`no colour ${one} or ${other}`)
  return contrast(a, b)
}

describe('the colours of Oostdijk’s screens', () => {
  test('the arithmetic gives the known values of white, black and pure red', () => {
    expect(contrast(colour(1, 0, 0), colour(0, 0, 0))).toBeCloseTo(21, 3)
    expect(luminance(colour(0.6279, 0.2577, 29.23))).toBeCloseTo(0.2126, 2)
  })

  test('every token is read, and each lies within what an ordinary screen can show', () => {
    expect(names.length).toBe([...tokens.matchAll(/light-dark\(/g)].length)
    expect(names.length).toBeGreaterThan(15)
    const outside = [...colours].flatMap(([name, both]) =>
      themes
        .filter((theme) => linearSrgb(both[theme]).some((channel) => channel < -0.02 || channel > 1.02))
        .map((theme) => `${name} ${theme}`),
    )
    expect(outside).toEqual([])
  })

  for (const theme of themes) {
    test(`every text can be read on every background it may stand on, ${theme}`, () => {
      expect(textPairs.length).toBeGreaterThan(25)
      const weak = textPairs
        .map(([text, back]) => ({ text, back, ratio: ratio(text, back, theme) }))
        .filter((pair) => pair.ratio < 4.5)
      expect(weak).toEqual([])
    })

    test(`every border of a field, focus ring and filled control stands out, ${theme}`, () => {
      const weak = shapePairs
        .map(([shape, back]) => ({ shape, back, ratio: ratio(shape, back, theme) }))
        .filter((pair) => pair.ratio < 3)
      expect(weak).toEqual([])
    })
  }

  test('a rule that sets text and background together uses a pair that was checked', () => {
    const checked = new Set(textPairs.map((pair) => pair.join()))
    const unchecked = sheets.flatMap(({ file, css }) =>
      css.split(/[{}]/).flatMap((block) => {
        const text = /(?:^|[\s;])color: var\(--([\w-]+)\)/.exec(block)?.[1]
        const back = /background(?:-color)?: var\(--([\w-]+)\)/.exec(block)?.[1]
        return text && back && !checked.has(`${text},${back}`) ? [`${file}: ${text} on ${back}`] : []
      }),
    )
    expect(unchecked).toEqual([])
  })

  test('no colour is written outside the tokens', () => {
    const written = /#[\da-f]{3,8}\b|\b(?:rgb|hsl|oklch|oklab|lab|lch|color|color-mix)\(/i
    expect(sheets.filter(({ file, css }) => file !== 'web/ui/tokens.css' && written.test(css))).toEqual([])
  })

  test('every token that a sheet asks for exists', () => {
    const known = new Set([...tokens.matchAll(/--([\w-]+):/g)].map(([, name]) => name))
    const asked = sheets.flatMap(({ file, css }) =>
      [...css.matchAll(/var\(--([\w-]+)\)/g)].map(([, name]) => ({ file, name })),
    )
    expect(asked.filter(({ name }) => !known.has(name))).toEqual([])
    expect(asked.length).toBeGreaterThan(100)
  })
})

describe('the sheets', () => {
  test('say start and end, never a side of the screen', () => {
    const sided =
      /\b(?:left|right)\b|\b(?:margin|padding|border)-(?:top|bottom)\b|(?:^|[\s;{])(?:top|bottom|width|height|(?:min|max)-(?:width|height)):/m
    expect(sheets.filter(({ css }) => sided.test(css)).map(({ file }) => file)).toEqual([])
  })

  test('have six sizes of text and no other', () => {
    expect([...tokens.matchAll(/--size-[\w-]+:/g)]).toHaveLength(6)
    const other = sheets.flatMap(({ file, css }) =>
      [...css.matchAll(/font-size: ([^;]+);/g)]
        .map(([, size = '']) => size)
        .filter((size) => !/^(?:var\(--size-[\w-]+\)|inherit)$/.test(size))
        .map((size) => `${file}: ${size}`),
    )
    // The root alone sets the base, on screen and on paper.
    expect(other).toEqual(['web/ui/base.css: 106.25%', 'web/ui/base.css: 10pt', 'web/ui/data-table.css: 8pt'])
  })

  test('nothing moves longer than 150 ms, and nothing at all for who asks so', () => {
    const durations = sheets.flatMap(({ css }) =>
      [...css.matchAll(/(?:transition|animation)[\w-]*:[^;]*/g)].map(([rule]) => rule),
    )
    const unruly = durations.filter(
      (rule) => !rule.includes('var(--motion)') && !rule.includes('state-appear 1ms'),
    )
    expect(unruly).toEqual([])
    expect(Number(/--motion: (\d+)ms/.exec(tokens)?.[1])).toBeLessThanOrEqual(150)
    expect(tokens).toMatch(/prefers-reduced-motion: reduce\) {\s*:root {\s*--motion: 0ms/)
  })
})
