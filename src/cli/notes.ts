import { Command } from 'commander'
import { isRefusal } from '../domain/refusal.ts'
import { rotateWordKey } from '../http/note/word-keys.ts'
import type { Installation } from '../installation.ts'
import { translator } from '../text/translate.ts'
import { type AnswerOptions, answer, type CliContext, requireCity, withAnswerOptions } from './frame.ts'

interface CityOptions extends AnswerOptions {
  readonly city: string
}

export const notesCommand = (context: CliContext): Command =>
  new Command('notes')
    .description(
      'What guides keep for themselves or for one reader, and who the clients with a file are: sealed with a key of the city',
    )
    .addCommand(rotateCommand(context))

const rotateCommand = (context: CliContext) =>
  withAnswerOptions(new Command('rotate'))
    .description('Seal all of it with a new key and drop the older ones')
    .requiredOption('--city <code>', 'the city')
    .action((options: CityOptions) =>
      answer(
        context,
        options,
        (installation) => rotate(installation, options),
        (counts) => translator(options.lang)('cli:notes_rotated', { ...counts }),
      ),
    )

async function rotate(installation: Installation, { city: code }: CityOptions) {
  const city = await requireCity(installation, code)
  if (isRefusal(city)) return city
  return rotateWordKey(installation, city.id)
}
