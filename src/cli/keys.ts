import { Command } from 'commander'
import { asActor } from '../db/as-actor.ts'
import { findAccount } from '../db/people/account-store.ts'
import { addKey, listKeys, revokeKey } from '../db/people/api-key-store.ts'
import { listMembers } from '../db/people/member-store.ts'
import { makeUuid } from '../db/uuid.ts'
import { apiKeyId } from '../domain/id.ts'
import { localDate } from '../domain/local-date.ts'
import { afterLastDay, keyState, lastDayOf } from '../domain/people/api-key.ts'
import { personName } from '../domain/people/member.ts'
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts'
import { makeKey } from '../http/sign-in/one-time-token.ts'
import type { Installation } from '../installation.ts'
import { translator } from '../text/translate.ts'
import { type AnswerOptions, answer, type CliContext, requireCity, withAnswerOptions } from './frame.ts'
import { readRoles } from './role-choice.ts'

interface CityOptions extends AnswerOptions {
  readonly city: string
}

interface AddOptions extends CityOptions {
  readonly member: string
  readonly name: string
  readonly role?: string
  readonly lastDay?: string
}

export const keysCommand = (context: CliContext): Command =>
  new Command('keys')
    .description('Keys with which programs do what a member may (header x-api-key)')
    .addCommand(addCommand(context))
    .addCommand(listCommand(context))
    .addCommand(revokeCommand(context))

const addCommand = (context: CliContext) =>
  withAnswerOptions(new Command('add'))
    .description('Make a key for a member; it is printed once, alone on the last line')
    .requiredOption('--city <code>', 'the city')
    .requiredOption('--member <address>', 'the address with which the member signs in')
    .option('--name <name>', 'what the key is for', 'keys add')
    .option('--role <roles>', 'only these roles of the member, with commas; otherwise all')
    .option('--last-day <date>', 'the last day on which it works, YYYY-MM-DD; otherwise until it is revoked')
    .action((options: AddOptions) => {
      const t = translator(options.lang)
      const say = ({ key }: { key: string }) => {
        if (!options.json) context.stderr(t('cli:key_added', { email: options.member }))
        return key
      }
      return answer(context, options, (installation) => makeFor(installation, options, context.now()), say)
    })

async function makeFor(installation: Installation, options: AddOptions, now: Date) {
  const city = await requireCity(installation, options.city)
  if (isRefusal(city)) return city
  const lastDay = readLastDay(options.lastDay)
  if (isRefusal(lastDay)) return lastDay
  const name = personName.safeParse(options.name)
  if (!name.success) return refuse('name_empty')
  const chosen = options.role === undefined ? undefined : readRoles(options.role)
  if (isRefusal(chosen)) return chosen
  const account = await findAccount(installation.db, options.member)
  const actor = { kind: 'cli', cityId: city.id } as const
  const { key, prefix, digest } = makeKey()
  return asActor(installation.db, actor, async (tx) => {
    const member = account && (await listMembers(tx)).find(({ accountId }) => accountId === account.id)
    if (!member) return refuse('member_unknown', { email: options.member })
    const made = await addKey(tx, actor, {
      id: apiKeyId.parse(makeUuid()),
      memberId: member.id,
      name: name.data,
      roles: chosen ?? member.roles,
      expiresAt: lastDay && afterLastDay(lastDay),
      prefix,
      digest,
      now,
    })
    if (isRefusal(made)) return made
    return { keyId: made.row.id, memberId: member.id, roles: made.row.roles, lastDay, prefix, key }
  })
}

function readLastDay(text: string | undefined) {
  if (text === undefined) return null
  const day = localDate.safeParse(text)
  return day.success ? day.data : refuse('period_invalid')
}

const listCommand = (context: CliContext) =>
  withAnswerOptions(new Command('list'))
    .description('The keys of a city: how they begin, whose they are, whether they work')
    .requiredOption('--city <code>', 'the city')
    .action((options: CityOptions) => {
      const say = ({ keys }: { keys: readonly ListedKey[] }) =>
        keys
          .map(({ id, prefix, member, name, state }) => `${id}  ${prefix}…  ${state}  ${member}: ${name}`)
          .join('\n')
      return answer(context, options, (installation) => listOf(installation, options, context.now()), say)
    })

interface ListedKey {
  readonly id: string
  readonly prefix: string
  readonly member: string
  readonly name: string
  readonly roles: readonly string[]
  readonly state: string
  readonly lastDay: string | null
  readonly lastUsedOn: string | null
}

async function listOf(
  installation: Installation,
  { city: code }: CityOptions,
  now: Date,
): Promise<{ keys: ListedKey[] } | Refusal> {
  const city = await requireCity(installation, code)
  if (isRefusal(city)) return city
  return asActor(installation.db, { kind: 'cli', cityId: city.id }, async (tx) => {
    const names = new Map((await listMembers(tx)).map(({ id, name }) => [id, name]))
    const keys = (await listKeys(tx)).map((row) => ({
      id: row.id,
      prefix: row.prefix,
      member: names.get(row.memberId) ?? '',
      name: row.name,
      roles: row.roles,
      state: keyState(row, now),
      lastDay: row.expiresAt && lastDayOf(row.expiresAt),
      lastUsedOn: row.lastUsedOn,
    }))
    return { keys }
  })
}

const revokeCommand = (context: CliContext) =>
  withAnswerOptions(new Command('revoke'))
    .description('Revoke a key at once and for ever')
    .requiredOption('--city <code>', 'the city')
    .argument('<id>', 'the id of the key, as keys list shows it')
    .action((id: string, options: CityOptions) => {
      const say = ({ prefix }: { prefix: string }) => translator(options.lang)('cli:key_revoked', { prefix })
      return answer(
        context,
        options,
        (installation) => revoke(installation, options, { id, now: context.now() }),
        say,
      )
    })

async function revoke(
  installation: Installation,
  options: CityOptions,
  { id, now }: { id: string; now: Date },
) {
  const city = await requireCity(installation, options.city)
  if (isRefusal(city)) return city
  const parsed = apiKeyId.safeParse(id)
  if (!parsed.success) return refuse('not_found')
  const actor = { kind: 'cli', cityId: city.id } as const
  return asActor(installation.db, actor, async (tx) => {
    const row = await revokeKey(tx, actor, parsed.data, now)
    return isRefusal(row) ? row : { keyId: row.id, prefix: row.prefix, revokedAt: row.revokedAt }
  })
}
