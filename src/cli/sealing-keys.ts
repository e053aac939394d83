import { Command } from 'commander'
import { asActor } from '../db/as-actor.ts'
import { makeUuid } from '../db/uuid.ts'
import { addSealingKey } from '../db/visit/sealing-key-store.ts'
import { sealingKeyId } from '../domain/id.ts'
import { isRefusal, refuse } from '../domain/refusal.ts'
import { rewrapKeys } from '../http/server/rewrap-keys.ts'
import { makeKeyPair } from '../http/visit/sealing.ts'
import type { Installation } from '../installation.ts'
import { deriveSecret } from '../secret.ts'
import { translator } from '../text/translate.ts'
import { type AnswerOptions, answer, type CliContext, requireCity, withAnswerOptions } from './frame.ts'

interface CityOptions extends AnswerOptions {
  readonly city: string
}

export const sealingKeysCommand = (context: CliContext): Command =>
  new Command('sealing-keys')
    .description('The keys to which devices seal what waits to be sent')
    .addCommand(rotateCommand(context))
    .addCommand(rewrapCommand(context))

const rotateCommand = (context: CliContext) =>
  withAnswerOptions(new Command('rotate'))
    .description('Give the devices of a city a new key now; what was sealed to an older one is still opened')
    .requiredOption('--city <code>', 'the city')
    .action((options: CityOptions) =>
      answer(
        context,
        options,
        (installation) => rotate(installation, options),
        () => translator(options.lang)('cli:sealing_key_made', { city: options.city }),
      ),
    )

async function rotate(installation: Installation, { city: code }: CityOptions) {
  const city = await requireCity(installation, code)
  if (isRefusal(city)) return city
  const key = {
    id: sealingKeyId.parse(makeUuid()),
    ...(await makeKeyPair(wrappingSecret(installation.secret))),
  }
  const actor = { kind: 'cli', cityId: city.id } as const
  await asActor(installation.db, actor, (tx) => addSealingKey(tx, city.id, key))
  return { keyId: key.id }
}

const rewrapCommand = (context: CliContext) =>
  withAnswerOptions(new Command('rewrap'))
    .description(
      'After the secret of this installation changed: wrap every key with the new one, those of notes and files too; the old one is in BRUGWIJZER_OLD_SECRET',
    )
    .action((options: AnswerOptions) =>
      answer(
        context,
        options,
        (installation) => rewrapAll(installation, context.config.oldSecret),
        (counts) => translator(options.lang)('cli:sealing_keys_wrapped', { ...counts }),
      ),
    )

async function rewrapAll({ db, secret }: Installation, oldSecret: string | undefined) {
  if (oldSecret === undefined) return refuse('old_secret_missing')
  return rewrapKeys(db, { now: wrappingSecret(secret), before: wrappingSecret(oldSecret) })
}

/** What the server wraps keys with. */
const wrappingSecret = (secret: string): string => deriveSecret(secret, 'sessions')
