import { type Command, Option } from 'commander'
import type { Config } from '../config.ts'
import { findCity } from '../db/city/city-store.ts'
import type { City } from '../domain/city.ts'
import { type StaffLanguage, staffLanguage } from '../domain/language.ts'
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts'
import { type Installation, openInstallation } from '../installation.ts'
import { translator } from '../text/translate.ts'

/** What every command gets: where it runs, and where its words go. */
export interface CliContext {
  readonly config: Config
  readonly now: () => Date
  readonly stdout: (text: string | Uint8Array) => void
  readonly stderr: (text: string) => void
  /** 0 done, 1 refused, 2 usage. */
  readonly exit: (code: 0 | 1 | 2) => void
}

export interface AnswerOptions {
  readonly json?: true
  readonly lang: StaffLanguage
}

/**
 * Opens the installation, does the work and closes again. With --json the answer, a refusal too, is the only thing on
 * stdout; without it `say` turns the answer into lines for people.
 */
export async function answer<T>(
  { config, stdout, stderr, exit }: CliContext,
  { json, lang }: AnswerOptions,
  work: (installation: Installation) => Promise<T | Refusal>,
  say: (result: T) => string | Uint8Array,
): Promise<void> {
  const installation = await openInstallation(config)
  const result = isRefusal(installation) ? installation : await work(installation).finally(installation.close)
  if (isRefusal(result)) return answerRefusal({ stdout, stderr, exit }, { json, lang }, result)
  stdout(json && !(result instanceof Uint8Array) ? JSON.stringify(result) : say(result))
}

function answerRefusal(
  { stdout, stderr, exit }: Pick<CliContext, 'stdout' | 'stderr' | 'exit'>,
  { json, lang }: Pick<AnswerOptions, 'lang'> & { json?: true | undefined },
  refusal: Refusal,
): void {
  const message = sayRefusal(refusal, lang)
  if (json) stdout(JSON.stringify({ code: refusal.code, message, ...refusal.details }))
  else stderr(message)
  exit(1)
}

export const sayRefusal = ({ code, details }: Refusal, language: StaffLanguage): string =>
  translator(language)(`refusal:${code}`, details)

/** Refuses a city that does not exist: `city_unknown`. */
export async function requireCity({ db }: Installation, code: string): Promise<City | Refusal> {
  return (await findCity(db, code)) ?? refuse('city_unknown', { city: code })
}

export const withAnswerOptions = (command: Command): Command =>
  command
    .option('--json', 'answer in JSON on stdout, and nothing else there')
    .addOption(
      new Option('--lang <language>', 'language of messages').choices(staffLanguage.options).default('nl'),
    )
