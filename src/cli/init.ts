import { Command } from 'commander'
import { listCities } from '../db/city/city-store.ts'
import { removeDemoTown } from '../db/city/demo-store.ts'
import { foundCity } from '../db/city/town-store.ts'
import { cityCode } from '../domain/city.ts'
import { type Person, readPerson } from '../domain/people/member.ts'
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts'
import { hashPassword } from '../http/sign-in/password.ts'
import type { Installation } from '../installation.ts'
import { languageName } from '../text/format.ts'
import { translator } from '../text/translate.ts'
import { type AnswerOptions, answer, type CliContext, withAnswerOptions } from './frame.ts'
import { readPassword } from './password.ts'

interface InitOptions extends AnswerOptions {
  readonly city: string
  readonly name: string
  readonly adminEmail: string
  readonly removeDemo?: true
}

export const initCommand = (context: CliContext): Command =>
  withAnswerOptions(new Command('init'))
    .description(
      'Found a city: default code lists, one organisation, one desk open Monday to Friday, one administrator',
    )
    .requiredOption('--city <code>', 'the code in addresses for ever, for example oostdijk')
    .requiredOption('--name <name>', 'the name that people read')
    .requiredOption(
      '--admin-email <address>',
      'who administers accounts; password from BRUGWIJZER_ADMIN_PASSWORD or asked',
    )
    .option('--remove-demo', 'erase the demo town and its accounts first')
    .action(async (options: InitOptions) => {
      const t = translator(options.lang)
      const password = await readPassword(context.config.adminPassword, t('cli:password_question'))
      await answer(
        context,
        options,
        (installation) => init(installation, options, password),
        ({ city }) => t('cli:init_done', { city, name: options.name }),
      )
    })

async function init(installation: Installation, options: InitOptions, password: string | Refusal) {
  const person = readInit(options)
  if (isRefusal(person)) return person
  if (isRefusal(password)) return password
  const passwordHash = await hashPassword(password)
  if (isRefusal(passwordHash)) return passwordHash
  const demo = (await listCities(installation.db)).some(({ isDemo }) => isDemo)
  if (demo && !options.removeDemo) return refuse('demo_beside')
  if (demo) await removeDemoTown(installation.adminUrl)
  const { city: code } = options
  const { name, email } = person
  const cityId = await foundCity(installation.db, {
    city: { code, name, timeZone: 'Europe/Brussels', isDemo: false },
    administrator: { email, passwordHash },
    languageName: (tag, language) => languageName(language, tag),
  })
  return cityId ? { city: code, cityId } : refuse('city_exists', { city: code })
}

function readInit({ city, name, adminEmail }: InitOptions): Person | Refusal {
  if (!cityCode.safeParse(city).success) return refuse('city_code_invalid', { city })
  return readPerson({ name, email: adminEmail })
}
