import { spellingOf } from './import-text.ts'

const nothing = new Set(
  '-|--|---|–|/|geen|geen enkele|niets|nihil|n.v.t.|nvt|aucun|aucune|rien|néant|sans objet|none|nothing|n/a'
    .split('|')
    .map(spellingOf),
)

/** Whether a cell that may hold several codes says that there are none. */
export const isNothing = (cell: string): boolean => nothing.has(spellingOf(cell))

/** How people write in a cell that there is no answer, in every field about a person. */
export const unansweredSpellings: Readonly<Record<string, string>> = {
  unknown:
    'onbekend|niet gekend|ongekend|weet niet|weet ik niet|geen idee|?|??|???|inconnu|inconnue|ne sait pas|unknown|don’t know',
  not_asked:
    'niet gevraagd|niet bevraagd|niet ingevuld|n.v.t.|nvt|-|--|/|non demandé|non demandée|pas demandé|non précisé|not asked|n/a',
  refused:
    'wil niet zeggen|wil het niet zeggen|geweigerd|ne souhaite pas dire|ne veut pas dire|refused|refusé',
}
