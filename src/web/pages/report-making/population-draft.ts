import type { PopulationLine } from '../../../contract/population.ts'

/** What somebody decided of a line that nobody knew: a nationality, by its row. */
export type Decisions = Readonly<Record<number, string>>

export interface ReadPopulation {
  readonly groups: readonly { readonly country: string; readonly people: number }[]
  /** Lines with a number whose nationality nobody knows, decided or not. */
  readonly unknown: readonly PopulationLine[]
  /** Lines without a whole number: they stay out. */
  readonly numberless: readonly PopulationLine[]
}

/** The groups of a list, each once: lines that mean the same nationality are added up. */
export function groupsOf(lines: readonly PopulationLine[], decisions: Decisions): ReadPopulation {
  const people = new Map<string, number>()
  for (const line of lines) {
    const country = line.country ?? decisions[line.row]
    if (country && line.people !== null) people.set(country, (people.get(country) ?? 0) + line.people)
  }
  return {
    groups: [...people].map(([country, count]) => ({ country, people: count })),
    unknown: lines.filter((line) => line.country === null && line.people !== null),
    numberless: lines.filter((line) => line.people === null),
  }
}

/** A file as text, in the encoding in which spreadsheets here write it. */
export async function readText(file: Blob): Promise<string> {
  const bytes = await file.arrayBuffer()
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
