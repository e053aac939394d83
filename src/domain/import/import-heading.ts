import { type Refusal, refuse } from '../refusal.ts'
import type { ImportField } from './import-field.ts'
import { importField } from './import-field.ts'
import { cleanCell, normalise, shorten } from './import-text.ts'

/** How Flemish, French and English spreadsheets head their columns. Compared after normalise(). */
const headings: Readonly<Record<ImportField, string>> = {
  number:
    'nr|nr.|nummer|volgnr|volgnr.|volgnummer|id|n°|nº|#|no|no.|numéro|numéro d’ordre|number|hulpvraag nr|hulpvraagnummer|registratienummer',
  received_on:
    'datum|date|datum hulpvraag|datum contact|contactdatum|date du contact|datum registratie|dag|jour|day|datum vraag|datum bezoek|datum gesprek|datum van contact|datum onthaal|date de contact|date de la demande|date de visite|contact date|date of contact|visit date',
  received_at: 'uur|tijd|tijdstip|begin|beginuur|startuur|uur van contact|heure|time|hour',
  desk: 'plaats|loket|locatie|plek|balie|lieu|guichet|endroit|place|desk|location|office',
  guide:
    'toeleider|toeleidster|medewerker|collega|brugfiguur|naam toeleider|wie noteerde|accompagnateur|accompagnatrice|collaborateur|guide|bridge figure|staff|worker|colleague',
  channel:
    'kanaal|wijze|manier|contactvorm|soort contact|canal|type de contact|channel|contact type|contact via|contact par|contact by|langs waar|langs waar?|langs welke weg|langs welke weg?|par quel canal ?|par quel moyen ?|through what channel?|by which way?',
  origin:
    'herkomst van de vraag|herkomst vraag|hoe kwam de vraag|hoe kwam de vraag?|oorsprong|oorsprong van de vraag|origine|origine de la demande|origin|origin of the request|how did the request come about|how did the request come about?|how did the question come?|comment la demande est-elle venue ?|comment la question est-elle venue ?|d’où vient la demande ?',
  client_kind:
    'type cliënt|type klant|cliënt|klant|voor wie|voor wie?|wie stelde de vraag|wie stelde de vraag?|geslacht|gender|m/v|m/v/x|m/v/gezin|type de client|client|pour qui|sexe|genre|client type|client kind|type of client|for whom|for whom?|pour qui ?|sex',
  status: 'statuut|status|verblijfsstatuut|statut|statut de séjour|residence status',
  nationality: 'nationaliteit|nationalité|nationality|land|pays|country',
  contact_language:
    'contacttaal|taal|taal van het gesprek|gesprekstaal|langue de contact|langue|contact language|language',
  theme:
    'thema|domein|levensdomein|thème|domaine|theme|domain|topic|thema vraag|thema van de vraag|onderwerp|categorie|soort vraag|aard van de vraag|sujet|catégorie|type de demande|nature de la demande|subject|category|type of request|hoofdthema|soort hulpvraag',
  sub_theme:
    'subthema|sub-thema|deelthema|sub thema|sous-thème|sous thème|sub-theme|subtheme|sub theme|subtopic',
  actions:
    'acties|actie|wat deed je|wat deed je?|wat deed de toeleider|wat gedaan|taken|taak|actions|action|what did you do|what did you do?|qu’avez-vous fait ?|action taken',
  who_did_it:
    'wie deed het|wie deed het?|zelfredzaamheid|uitvoering|qui l’a fait|qui l’a fait ?|qui a fait|autonomie|who did it|who did it?|self-reliance',
  outcome: 'resultaat|uitkomst|afloop|gevolg|résultat|issue|outcome|result',
  barriers:
    'barrières|barrière|drempels|drempel|wat hield tegen|wat hield tegen?|knelpunten|belemmeringen|obstacles|obstacle|freins|barriers|barrier|qu’est-ce qui a bloqué ?|qu’est-ce qui a freiné ?|what stood in the way?|what got in the way?|what was in the way?|what held it back?',
  referred_to_text:
    'doorverwezen naar|doorverwijzing naar|naar welke dienst|orienté vers|referred to|referral to|doorverwijzing|orientation|referral',
  minutes:
    'duur (min)|duur|duur (minuten)|duur in minuten|minuten|min|min.|tijdsduur|durée|durée (min)|durée (minutes)|minutes|duration|duration (min)|duration (minutes)|durée en minutes|duration in minutes|time in minutes',
  asked_by:
    'gevraagd door|vraag gesteld door|gesteld door|wie vroeg het|wie vroeg|vraagsteller|aanvrager|vraag van|door wie|demandé par|demandeur|qui demande|qui a demandé|par qui|asked by|requested by|who asked|requester',
  language_help:
    'taalhulp|tolk|tolkhulp|taalbijstand|hulp met taal|vertaalhulp|wie tolkte|aide linguistique|interprète|interprétariat|traduction|language help|language support|interpreter|interpreting',
  neighbourhood:
    'wijk of deelgemeente|wijk|deelgemeente|wijk/deelgemeente|buurt|woonwijk|stadsdeel|quartier ou commune|quartier ou section|quartier|quartier/section|section de commune|neighbourhood|neighborhood|neighbourhood or district|district|area',
  first_visit:
    'eerste keer hier|eerste keer|1e keer|1ste keer|voor het eerst|eerste bezoek|1e bezoek|1ste bezoek|eerste contact|nieuw of terug|nieuw|nieuwe klant|nieuwe cliënt|première fois ici|première fois|1re fois|1ère fois|première visite|nouveau|nouveau client|first time here|first time|first visit|first contact|new client|new',
  tip: 'tip voor collega’s|tip|tips|tips voor collega’s|tip voor collega|conseil aux collègues|conseil|conseils|astuce|tip for colleagues|tips for colleagues|advice',
  own_words:
    'in eigen woorden|eigen woorden|in de eigen woorden|in zijn eigen woorden|in haar eigen woorden|in zijn of haar eigen woorden|wat zei de klant|wat de klant zei|uitspraak|citaat|citaten|dans ses propres mots|en ses propres mots|avec ses propres mots|ses propres mots|propres mots|paroles de la personne|citation|citations|in own words|in their own words|in his own words|in her own words|own words|what the client said|quotation|quote',
  may_quote:
    'mag geciteerd worden|mag je citeren|mogen we citeren|citeren|citeren mag|citaat mag|toestemming citaat|toestemming om te citeren|peut être cité|peut être citée|peut-on citer|autorisation de citer|accord pour citer|citation autorisée|may be quoted|may it be quoted|may we quote|can be quoted|may quote|permission to quote',
}

/**
 * Headings that imports learned after their first release: a file that came in before had these columns unread, and
 * its rows are known again without them (identifyRow). Those of `later` fields and of required ones need no such care.
 */
const learned: Readonly<Partial<Record<ImportField, string>>> = {
  guide: 'naam medewerker',
  client_kind: 'v/m/gezin|v/m|v/m/x',
  nationality: 'nat.|nat',
  contact_language: 'spreektaal',
  referred_to_text: 'verwezen naar|doorgestuurd naar|toegeleid naar|réorienté vers|renvoyé vers|sent to',
}

const known = new Map(
  importField.options.flatMap((field) =>
    [headings[field], learned[field] ?? '']
      .flatMap((line) => (line === '' ? [] : line.split('|')))
      .map((heading, rank) => [normalise(heading), { field, rank }] as const),
  ),
)

const learnedHeadings = new Set(Object.values(learned).join('|').split('|').map(normalise))

const learnedFields = (
  headings: readonly string[],
  positions: ReadonlyMap<ImportField, number>,
): ReadonlySet<ImportField> =>
  new Set(
    [...positions].flatMap(([field, position]) =>
      spellingsOf(headings[position] ?? '').some((each) => learnedHeadings.has(each)) ? field : [],
    ),
  )

/** Which column holds which field, counted from 0, and the headings that stay unread. */
export interface ImportColumns {
  readonly headings: readonly string[]
  readonly positions: ReadonlyMap<ImportField, number>
  readonly ignored: readonly string[]
  /** The fields of columns that imports did not know by their heading at first. */
  readonly learned: ReadonlySet<ImportField>
}

/** What a city reads otherwise than the headings say, by normalised heading; null is not read. */
export type RememberedColumns = ReadonlyMap<string, ImportField | null>

/**
 * Recognises the columns by their headings. Of two that could hold one field the one named first above does; the
 * other stays unread, like a heading that nothing knows. What the city remembers of a heading goes before all that.
 * Refuses a missing date or theme (`date_column_missing`, `theme_column_missing`) and the same heading twice
 * (`column_twice`).
 */
export function recogniseColumns(
  cells: readonly string[],
  remembered: RememberedColumns = new Map(),
): ImportColumns | Refusal {
  const chosen = new Map<ImportField, { position: number; rank: number }>()
  for (const [position, cell] of cells.entries()) {
    const found = findField(cell, remembered)
    if (!found?.field) continue
    const before = chosen.get(found.field)
    if (before?.rank === found.rank) return refuse('column_twice', { column: shorten(cell) })
    if (!before || found.rank < before.rank) chosen.set(found.field, { position, rank: found.rank })
  }
  if (!chosen.has('received_on')) return refuse('date_column_missing')
  if (!chosen.has('theme')) return refuse('theme_column_missing')
  const positions = new Map([...chosen].map(([field, { position }]) => [field, position]))
  return columnsAt(cells, positions)
}

export const columnsAt = (
  headings: readonly string[],
  positions: ImportColumns['positions'],
): ImportColumns => ({
  headings,
  positions,
  ignored: unreadHeadings(headings, positions),
  learned: learnedFields(headings, positions),
})

/** As they may be kept and shown. */
function unreadHeadings(cells: readonly string[], positions: ImportColumns['positions']): string[] {
  const read = new Set(positions.values())
  const unread = cells.filter((_, position) => !read.has(position))
  return unread.map(cleanCell).filter((cell) => normalise(cell) !== '')
}

/** The same, column by column and without a refusal: of two that claim one field the surest has it. */
export function fieldsOfHeadings(cells: readonly string[], remembered: RememberedColumns) {
  const found = cells.map((cell) => findField(cell, remembered))
  const best = (field: ImportField) =>
    Math.min(...found.map((each) => (each?.field === field ? each.rank : Number.POSITIVE_INFINITY)))
  const taken = new Set<ImportField>()
  return found.map((each) => {
    if (!each) return { field: null, by: null } as const
    const by = each.rank === rememberedRank ? 'remembered' : 'heading'
    const { field } = each
    if (field === null) return { field, by } as const
    const isFirst = each.rank === best(field) && !taken.has(field)
    if (isFirst) taken.add(field)
    return { field: isFirst ? field : null, by } as const
  })
}

const rememberedRank = -1

function findField(
  cell: string,
  remembered: RememberedColumns,
): { readonly field: ImportField | null; readonly rank: number } | undefined {
  const spellings = spellingsOf(cell)
  const before = remembered.get(spellings[0])
  if (before !== undefined) return { field: before, rank: rememberedRank }
  const spelling = spellings.find((each) => known.has(each))
  return spelling === undefined ? undefined : known.get(spelling)
}

/** A heading as it stands, without the signs after it, and without what it says between brackets. */
function spellingsOf(cell: string) {
  const whole = normalise(cell.slice(0, 200))
  const heading = whole.replace(/[ *:?]+$/, '')
  return [whole, heading, heading.replace(/\(.*\)$/, '').trim()] as const
}
