import { Command } from 'commander'
import { asActor, asAuthWithin } from '../db/as-actor.ts'
import { writeAuditEvent } from '../db/audit-store.ts'
import type { Tx } from '../db/database.ts'
import { findAccount } from '../db/people/account-store.ts'
import { openAccount } from '../db/people/credential-store.ts'
import { isAtWork } from '../db/people/invitation-store.ts'
import { disableMember, listSuccessors } from '../db/people/leaving-store.ts'
import { addMember, listMembers, listOrganizations, type MemberRow } from '../db/people/member-store.ts'
import type { MemberId } from '../domain/id.ts'
import { readPerson, role } from '../domain/people/member.ts'
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts'
import { hashPassword } from '../http/sign-in/password.ts'
import type { Installation } from '../installation.ts'
import { translator } from '../text/translate.ts'
import { type AnswerOptions, answer, type CliContext, requireCity, withAnswerOptions } from './frame.ts'
import { chooseOrganization } from './import/organization-choice.ts'
import { readPassword } from './password.ts'
import { readRoles } from './role-choice.ts'

interface CityOptions extends AnswerOptions {
  readonly city: string
}

interface AddOptions extends CityOptions {
  readonly email: string
  readonly name: string
  readonly role: string
  readonly organization?: string
}

export const usersCommand = (context: CliContext): Command =>
  new Command('users')
    .description('Who works in a city')
    .addCommand(addCommand(context))
    .addCommand(listCommand(context))
    .addCommand(disableCommand(context))

const addCommand = (context: CliContext) =>
  withAnswerOptions(new Command('add'))
    .description('Add somebody; the password comes from BRUGWIJZER_ADMIN_PASSWORD or is asked')
    .requiredOption('--city <code>', 'the city')
    .requiredOption('--email <address>', 'the address to sign in with')
    .requiredOption('--name <name>', 'the name that colleagues read')
    .requiredOption('--role <roles>', `one or more of ${role.options.join(', ')}, with commas`)
    .option('--organization <name>', 'the organisation; needed when the city has more than one')
    .action(async (options: AddOptions) => {
      const t = translator(options.lang)
      const password = await readPassword(context.config.adminPassword, t('cli:password_question'))
      const said = ({ hadPassword }: { hadPassword: boolean }) =>
        t(hadPassword ? 'cli:user_added_known' : 'cli:user_added', { email: options.email })
      await answer(context, options, (installation) => addUser(installation, options, password), said)
    })

async function addUser(installation: Installation, options: AddOptions, password: string | Refusal) {
  const city = await requireCity(installation, options.city)
  if (isRefusal(city)) return city
  const person = readPerson(options)
  if (isRefusal(person)) return person
  const roles = readRoles(options.role)
  if (isRefusal(roles)) return roles
  if (isRefusal(password)) return password
  const passwordHash = await hashPassword(password)
  if (isRefusal(passwordHash)) return passwordHash
  const { db } = installation
  const { name, email } = person
  const known = await findAccount(db, email)
  const actor = { kind: 'cli', cityId: city.id } as const
  return asActor(db, actor, async (tx) => {
    const organization = chooseOrganization(await listOrganizations(tx), options.organization)
    if (isRefusal(organization)) return organization
    if (known && (await isAtWork(tx, known.id))) return refuse('member_exists', { email })
    const account = { email, name, passwordHash, now: new Date() }
    const { id: accountId, hadPassword } = await asAuthWithin(tx, actor, (auth) => openAccount(auth, account))
    const memberId = await addMember(tx, city.id, {
      organizationId: organization.id,
      name,
      roles,
      accountId,
    })
    await writeAuditEvent(tx, actor, { event: 'member.added', subjectId: memberId })
    return { memberId, email, roles, hadPassword }
  })
}

const listCommand = (context: CliContext) =>
  withAnswerOptions(new Command('list'))
    .description('Everybody in a city, with their roles')
    .requiredOption('--city <code>', 'the city')
    .action((options: CityOptions) => {
      const say = ({ members }: { members: Awaited<ReturnType<typeof listMembers>> }) =>
        members
          .map(({ name, roles, disabledAt }) => `${disabledAt ? '- ' : '  '}${name}: ${roles.join(', ')}`)
          .join('\n')
      return answer(context, options, (installation) => listUsers(installation, options), say)
    })

async function listUsers(installation: Installation, { city: code }: CityOptions) {
  const city = await requireCity(installation, code)
  if (isRefusal(city)) return city
  return { members: await asActor(installation.db, { kind: 'cli', cityId: city.id }, listMembers) }
}

const disableCommand = (context: CliContext) =>
  withAnswerOptions(new Command('disable'))
    .description('Let somebody sign in no more; what they registered stays')
    .requiredOption('--city <code>', 'the city')
    .requiredOption('--email <address>', 'the address they sign in with')
    .action((options: CityOptions & { email: string }) => {
      const say = () => translator(options.lang)('cli:user_disabled', { email: options.email })
      return answer(context, options, (installation) => disableUser(installation, options), say)
    })

async function disableUser(installation: Installation, options: CityOptions & { email: string }) {
  const city = await requireCity(installation, options.city)
  if (isRefusal(city)) return city
  const account = await findAccount(installation.db, options.email)
  const actor = { kind: 'cli', cityId: city.id } as const
  return asActor(installation.db, actor, async (tx) => {
    const member = account && (await listMembers(tx)).find(({ accountId }) => accountId === account.id)
    if (!member) return refuse('member_unknown', { email: options.email })
    const leaving = { id: member.id, successorId: await activeCoach(tx, member), now: new Date() }
    const done = await disableMember(tx, actor, leaving)
    return isRefusal(done) ? done : { memberId: member.id, moved: done.moved }
  })
}

/** What somebody leaves open goes to their coach, as on the page; without a coach it stays. */
async function activeCoach(tx: Tx, member: MemberRow): Promise<MemberId | null> {
  const successors = await listSuccessors(tx, member)
  return successors.find(({ id }) => id === member.coachId)?.id ?? null
}
