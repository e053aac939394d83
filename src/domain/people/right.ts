import type { Role } from './member.ts'

/**
 * Which role may open which part of the product. The rows that it then finds there are the database's policies
 * (migrations/); a test walks role × route × organisation × city against both.
 */
export const rights = {
  'visits.register': ['guide', 'bridge_figure'],
  'follow_ups.read': ['guide', 'bridge_figure', 'coach'],
  // Cards and files of the people they serve; nobody who counts, leads or watches sees any.
  'clients.serve': ['guide', 'bridge_figure'],
  // The browsers at the desks: whoever answers for what is noted there, and for who comes in.
  'devices.change': ['coordinator', 'admin'],
  // What came from a device or a person that may not be trusted any more; it may be registered in another's name.
  'quarantine.decide': ['coordinator'],
  // The key to what they have begun on a device, and coming back there by a code.
  'drafts.keep': ['guide', 'bridge_figure'],
  'requests.read': ['guide', 'bridge_figure', 'coach', 'coordinator'],
  // Whoever registered a request, whoever follows it up, and the coordinator; which rows is up to the policies.
  'requests.correct': ['guide', 'bridge_figure', 'coach', 'coordinator'],
  // What a guide keeps about the own requests, for nobody else.
  'notes.write': ['guide', 'bridge_figure'],
  // Between a guide and the coach: the cases, the team's themes, what people would like to learn.
  'coaching.read': ['guide', 'bridge_figure', 'coach'],
  'coaching.ask': ['guide', 'bridge_figure'],
  'coaching.answer': ['coach'],
  'handovers.make': ['guide', 'bridge_figure'],
  // Who sits where today: for whoever works at the desks of the network. The own week, and that of others.
  'presence.read': ['guide', 'bridge_figure', 'coach', 'coordinator'],
  'rosters.keep': ['guide', 'bridge_figure', 'coach', 'coordinator'],
  // A coach those of the team only: mayChangeRoster and the policies say so.
  'rosters.change': ['coach', 'coordinator', 'admin'],
  // Taking rows out of the house is not the same as seeing them in it.
  'requests.export': ['coordinator'],
  // Who took what out, and why, is for whoever watches over it.
  'exports.read': ['dpo'],
  'imports.run': ['coordinator'],
  'reports.live': ['coordinator'],
  // The texts of a report that is being made.
  'reports.write': ['coordinator'],
  // What people said, word for word: read by whoever chooses what a report quotes.
  'stories.read': ['coordinator'],
  // What is published, for the council too.
  'reports.read': ['coordinator', 'policy_officer'],
  'reports.freeze': ['coordinator'],
  // For everybody and for ever: nobody takes back what people have read.
  'reports.publish': ['coordinator'],
  // In the name of the city, to whoever they write down.
  'reports.send': ['coordinator'],
  // Whoever reads reports, frozen ones too, reads what they are accountable for.
  'projects.read': ['coordinator', 'policy_officer'],
  'projects.change': ['coordinator'],
  'calendar.change': ['coordinator', 'admin'],
  'code_lists.change': ['coordinator', 'admin'],
  // What is said first in each language, and who reads it aloud: those at a desk read and play it.
  'client_words.read': ['guide', 'bridge_figure', 'coach', 'coordinator', 'admin'],
  'client_words.change': ['coordinator', 'admin'],
  'members.change': ['admin'],
  // Who comes in and goes, and what people may see there: whoever goes may leave requests to somebody else.
  'members.admit': ['admin'],
} as const satisfies Record<string, readonly Role[]>

export type Right = keyof typeof rights

/**
 * What only a person does, signed in: no key of a program holds these, whatever its roles. A key that leaks must not let
 * others in, or give anybody more, and so outlive its own revocation; nor publish or send what nobody can take back; nor
 * take what people said out of the house, or read what somebody wrote for one reader; nor look at people whom nobody
 * sees in front of them; nor follow when colleagues come and go.
 */
const ofPersons: readonly Right[] = [
  'clients.serve',
  'coaching.answer',
  'coaching.ask',
  'coaching.read',
  'drafts.keep',
  'handovers.make',
  'members.admit',
  'notes.write',
  'presence.read',
  'quarantine.decide',
  'reports.publish',
  'reports.send',
  'rosters.change',
  'rosters.keep',
  'stories.read',
]

export const isOfPersons = (right: Right): boolean => ofPersons.includes(right)

export const rightsOf = (roles: readonly Role[]): Right[] =>
  // because: Object.keys of the literal above gives exactly its keys
  (Object.keys(rights) as Right[]).filter((right) => hasRight(roles, right))

export const hasRight = (roles: readonly Role[], right: Right): boolean =>
  roles.some((role) => (rights[right] as readonly Role[]).includes(role))

/** The roles that hold a right. */
export const rolesWith = (right: Right): readonly Role[] => rights[right]
