import { access, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openFile } from './cli/import/import-file.ts'
import { asFounder } from './db/as-actor.ts'
import { addCity } from './db/city/city-store.ts'
import { addCodes } from './db/city/code-list-store.ts'
import { noteDemoWords } from './db/city/demo-store.ts'
import { addDesk } from './db/city/desk-store.ts'
import { observeHolidays } from './db/city/holiday-store.ts'
import type { Database, Tx } from './db/database.ts'
import { importClosures } from './db/import/import-closure-store.ts'
import { importRequests } from './db/import/import-store.ts'
import { ensureAccount } from './db/people/account-store.ts'
import { addMember, addOrganization } from './db/people/member-store.ts'
import { putProject } from './db/report/project-store.ts'
import { makeUuid } from './db/uuid.ts'
import { keepDemoRosters } from './demo-rosters.ts'
import { holidayCodes } from './domain/calendar/holiday.ts'
import { defaultCodeLists } from './domain/code-list/code-list-default.ts'
import { type AccountId, type CityId, type MemberId, type OrganizationId, projectId } from './domain/id.ts'
import { localDate, type Weekday } from './domain/local-date.ts'
import type { Role } from './domain/people/member.ts'
import type { OrganizationKind } from './domain/people/organization.ts'
import { isRefusal } from './domain/refusal.ts'
import type { ProjectContent } from './domain/report/project.ts'
import { languageName, localDateIn } from './text/format.ts'
import { cldrNames } from './text/world-names.ts'

const demoFolder = join(import.meta.dirname, '../demo')
const promiseFile = (dataFolder: string) => join(dataFolder, 'demo-pending')

// The promise is kept on disk, so a first start that is cut off makes its demo town at the next start.
export const promiseDemo = (dataFolder: string): Promise<void> => writeFile(promiseFile(dataFolder), '')
export const forgetDemo = (dataFolder: string): Promise<void> => rm(promiseFile(dataFolder), { force: true })
export const demoIsPending = (dataFolder: string): Promise<boolean> =>
  access(promiseFile(dataFolder)).then(
    () => true,
    () => false,
  )

/** Organisations and people are invented; the city and its figures are those of a published report. */
const organizations = {
  welcome: { name: 'Onthaal De Leiebrug', kind: 'city' },
  school: { name: 'Basisschool De Wissel', kind: 'school' },
  services: { name: 'Stadsdienst Wonen De Sleutel', kind: 'partner' },
  employer: { name: 'Werkplaats Vooruit', kind: 'employer' },
} as const satisfies Record<string, { name: string; kind: OrganizationKind }>

type OrganizationName = keyof typeof organizations

/** One account per role; the second guide of the file has none. */
const people: readonly { name: string; role: Role; at: OrganizationName }[] = [
  { name: 'Koen', role: 'coach', at: 'welcome' },
  { name: 'Toeleider A', role: 'guide', at: 'welcome' },
  { name: 'Samira', role: 'bridge_figure', at: 'school' },
  { name: 'Lies', role: 'coordinator', at: 'welcome' },
  { name: 'Pieter', role: 'policy_officer', at: 'welcome' },
  { name: 'An', role: 'service_desk', at: 'services' },
  { name: 'Bart', role: 'employer', at: 'employer' },
  { name: 'Eva', role: 'dpo', at: 'welcome' },
  { name: 'Tom', role: 'admin', at: 'welcome' },
]
const secondGuide = 'Toeleider B'

const desks: readonly { name: string; weekdays: readonly Weekday[]; opens: string; closes: string }[] = [
  { name: 'Onthaalbureau', weekdays: [1, 2, 4, 5], opens: '08:00', closes: '16:30' },
  { name: 'Stadhuis', weekdays: [3], opens: '08:00', closes: '16:30' },
]

/** The first partial report is the published one: eight months, then four, and so again in the second year. */
const project: ProjectContent = {
  name: 'Toeleiders in diversiteit',
  from: localDate.parse('2015-12-01'),
  to: localDate.parse('2017-11-30'),
  funders: ['Stad Kortrijk', 'Fonds De Overbrugging'],
  partners: [
    { name: organizations.welcome.name, role: 'loket en databank' },
    { name: organizations.employer.name, role: 'werkgever van de toeleiders' },
    { name: organizations.school.name, role: 'brugfiguur op school' },
  ],
  goals: [
    {
      goal: 'Nieuwkomers vinden met hun vraag de weg naar het loket',
      indicator: 'hulpvragen per openingsdag',
      target: 'gemiddeld 5 per dag',
      reached: 'gemiddeld 5,9 per dag',
      comment: 'Van december 2015 tot en met juli 2016.',
    },
    {
      goal: 'Noden, knelpunten en hiaten komen bij het beleid terecht',
      indicator: 'deelrapporten aan de stad',
      target: '4 in twee jaar',
      reached: '',
      comment: '',
    },
  ],
  reportingMoments: ['2016-07-31', '2016-11-30', '2017-07-31', '2017-11-30'].map((day) =>
    localDate.parse(day),
  ),
}

/** The demo town Kortrijk with the help requests and closures of demo/, all or nothing. */
export async function makeDemoTown(db: Database): Promise<void> {
  const accounts = new Map<Role, AccountId>()
  for (const { role, name } of people) {
    accounts.set(role, await ensureAccount(db, `${role.replace('_', '-')}@kortrijk.example.org`, name))
  }
  const city = { code: 'kortrijk', name: 'Kortrijk', timeZone: 'Europe/Brussels', isDemo: true }
  await asFounder(
    db,
    (tx) => addCity(tx, city),
    async (tx, cityId) => {
      await addCodes(
        tx,
        cityId,
        defaultCodeLists((tag, language) => languageName(language, tag)),
      )
      await observeHolidays(tx, cityId, holidayCodes)
      const welcome = await settlePeople(tx, cityId, accounts)
      await settleDesks(tx, cityId, welcome)
      await keepDemoRosters(tx, { cityId, today: localDateIn(new Date(), city.timeZone) })
      await importDemoFiles(tx, cityId, welcome)
      await noteDemoWords(tx, JSON.parse(await readFile(join(demoFolder, 'own-words.json'), 'utf8')))
      await startProject(tx, cityId)
    },
  )
}

async function settlePeople(
  tx: Tx,
  cityId: CityId,
  accounts: ReadonlyMap<Role, AccountId>,
): Promise<OrganizationId> {
  const ids = new Map<string, OrganizationId>()
  for (const [name, organization] of Object.entries(organizations)) {
    ids.set(name, await addOrganization(tx, cityId, organization))
  }
  const organizationOf = (name: OrganizationName): OrganizationId => {
    const id = ids.get(name)
    if (!id) throw new Error(`the demo has no organisation ${name}`)
    return id
  }
  const added = new Map<Role, MemberId>()
  for (const { name, role, at } of people) {
    const coachId = role === 'guide' ? added.get('coach') : undefined
    const accountId = accounts.get(role) ?? null
    const member = {
      organizationId: organizationOf(at),
      name,
      roles: [role],
      accountId,
      ...(coachId ? { coachId } : {}),
    }
    added.set(role, await addMember(tx, cityId, member))
  }
  const coachId = added.get('coach')
  const second = {
    organizationId: organizationOf('welcome'),
    name: secondGuide,
    roles: ['guide' as const],
    accountId: null,
  }
  await addMember(tx, cityId, { ...second, ...(coachId ? { coachId } : {}) })
  return organizationOf('welcome')
}

async function settleDesks(tx: Tx, cityId: CityId, organizationId: OrganizationId): Promise<void> {
  for (const [position, { name, weekdays, opens, closes }] of desks.entries()) {
    const hours = weekdays.map((weekday) => ({ weekday, opens, closes }))
    await addDesk(tx, cityId, { organizationId, name, position, hours })
  }
}

async function startProject(tx: Tx, cityId: CityId): Promise<void> {
  const id = projectId.parse(makeUuid())
  const added = await putProject(tx, { kind: 'cli', cityId }, id, project, undefined)
  if (isRefusal(added)) throw new Error('the project of the demo is refused')
}

async function importDemoFiles(tx: Tx, cityId: CityId, organizationId: OrganizationId): Promise<void> {
  const actor = { kind: 'cli', cityId } as const
  const closures = await openFile(join(demoFolder, 'closures.csv'))
  const requests = await openFile(join(demoFolder, 'help-requests.csv'))
  if (isRefusal(closures) || isRefusal(requests)) throw new Error('the demo files cannot be read')
  const closed = await importClosures(tx, actor, closures)
  const answer = await importRequests(tx, actor, {
    sheet: requests,
    mapping: {},
    organizationId,
    fileName: 'help-requests.csv',
    names: cldrNames(),
    timeZone: 'Europe/Brussels',
    now: new Date(),
  })
  if (isRefusal(closed) || isRefusal(answer)) throw new Error('the demo files are refused')
}
