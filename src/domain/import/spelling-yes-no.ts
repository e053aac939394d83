import type { YesNoField } from './import-field.ts'
import { normalise } from './import-text.ts'

/** How people write yes and no, whatever the question. */
const yesOrNo = {
  yes: 'ja|j|yes|y|oui|o|true|waar|vrai|x|✓|✔|1',
  no: 'nee|neen|n|no|non|false|onwaar|faux|0',
}

/** How they say whether somebody is here for the first time. */
const visits = {
  yes: 'eerste|eerste keer|de eerste keer|eerste keer hier|1e keer|1ste keer|1e|1ste|1e bezoek|1ste bezoek|voor het eerst|eerste bezoek|eerste contact|nieuw|nieuwe|nieuwe klant|première|première fois|1ère fois|1re fois|pour la première fois|première visite|nouveau|nouvelle|first|first time|1st time|first visit|new',
  no: 'opnieuw|terug|weer|nog eens|kwam terug|komt terug|terugkerend|herhaling|vervolg|opvolging|niet de eerste keer|geen eerste keer|al geweest|al eerder|eerder geweest|gekend|tweede keer|2e keer|2de keer|de nouveau|à nouveau|encore|déjà venu|déjà venue|revenu|revenue|retour|pas la première fois|suivi|again|returning|came back|been before|not the first time|repeat|follow-up',
}

/** How they say whether somebody may be quoted. */
const permissions = {
  yes: 'mag|mag wel|mag geciteerd worden|toegestaan|akkoord|met toestemming|ok|oké|autorisé|autorisée|avec accord|accord|d’accord|allowed|agreed|with permission|may be quoted',
  no: 'mag niet|liever niet|mag niet geciteerd worden|niet toegestaan|niet akkoord|zonder toestemming|geen toestemming|pas autorisé|pas autorisée|non autorisé|non autorisée|sans accord|pas d’accord|not allowed|not agreed|without permission|no permission',
}

const bare = new Set(Object.values(yesOrNo).join('|').split('|').map(normalise))

/** Whether a cell says yes or no, and so nothing of what was asked. */
export const isYesOrNo = (cell: string): boolean => bare.has(normalise(cell))

const withBare = ({ yes, no }: typeof yesOrNo) => ({
  yes: `${yesOrNo.yes}|${yes}`,
  no: `${yesOrNo.no}|${no}`,
})

/** The two codes of each field that is a yes or a no and has no list of the city. */
export const yesNoSpellings: Readonly<Record<YesNoField, Readonly<Record<string, string>>>> = {
  first_visit: withBare(visits),
  may_quote: withBare(permissions),
}
