import { readFile, writeFile } from 'node:fs/promises'

const file = 'docs/performance.md'

/** Puts this run's table in the place of the last one of the same title (`## 20,000 …`), smallest databank first. */
export async function keepSection(title: string, lines: readonly string[]): Promise<void> {
  const [head = '', ...sections] = (await readFile(file, 'utf8')).split(/(?=^## )/m)
  const others = sections.filter((section) => !section.startsWith(title))
  const sizeOf = (section: string) => Number((section.split(' ')[1] ?? '').replaceAll(',', ''))
  const all = [...others, `${lines.join('\n')}\n`].toSorted((a, b) => sizeOf(a) - sizeOf(b))
  await writeFile(file, [head.trimEnd(), ...all.map((section) => section.trim())].join('\n\n').concat('\n'))
}
