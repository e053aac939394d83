import { Command, CommanderError } from 'commander'
import { readConfig } from '../config.ts'
import { isRefusal } from '../domain/refusal.ts'
import { type CliContext, sayRefusal } from './frame.ts'
import { importCommand } from './import.ts'
import { initCommand } from './init.ts'
import { reportCommand } from './report.ts'
import { usersCommand } from './users.ts'

const config = readConfig(process.env)
if (isRefusal(config)) {
  process.stderr.write(`${sayRefusal(config, 'nl')}\n`)
  process.exit(1)
}

const context: CliContext = {
  config,
  now: () => new Date(),
  stdout: (text) => void process.stdout.write(typeof text === 'string' ? `${text}\n` : text),
  stderr: (text) => void process.stderr.write(`${text}\n`),
  exit: (code) => {
    process.exitCode = code
  },
}

const program = new Command('brugwijzer')
  .description(
    'Commands of Brugwijzer; they attach to the running embedded database, or start it for as long as needed',
  )
  .exitOverride()
  .showHelpAfterError()

for (const make of [initCommand, importCommand, reportCommand, usersCommand]) {
  program.addCommand(make(context).exitOverride())
}

try {
  await program.parseAsync()
} catch (error) {
  if (!(error instanceof CommanderError)) throw error
  process.exitCode = error.exitCode === 0 ? 0 : 2
}
