import { Command, CommanderError } from 'commander'
import { readConfig } from '../config.ts'
import { isRefusal, refuse } from '../domain/refusal.ts'
import { type CliContext, sayRefusal } from './frame.ts'
import { importCommand } from './import/import.ts'
import { initCommand } from './init.ts'
import { keysCommand } from './keys.ts'
import { reportCommand } from './report.ts'
import { seedCommand } from './seed.ts'
import { usersCommand } from './users.ts'

const config = readConfig(process.env)
const wantsJson = process.argv.includes('--json')
if (isRefusal(config)) {
  const message = sayRefusal(config, 'nl')
  if (wantsJson)
    process.stdout.write(`${JSON.stringify({ code: config.code, message, ...config.details })}\n`)
  else process.stderr.write(`${message}\n`)
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

const program = new Command('brugwijzer').description(
  'Commands of Brugwijzer; they attach to the running embedded database, or start it for as long as needed',
)
for (const make of [initCommand, importCommand, keysCommand, reportCommand, seedCommand, usersCommand])
  program.addCommand(make(context))
throwUsage(program)

try {
  await program.parseAsync()
} catch (error) {
  if (error instanceof CommanderError) answerUsage(error)
  else answerFault(error)
}

/** A fault of ours: its place, never its words, which may quote a person's. */
function answerFault(error: unknown): void {
  const message = sayRefusal(refuse('internal'), 'nl')
  if (wantsJson) context.stdout(JSON.stringify({ code: 'internal', message }))
  const places =
    error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^ +at /.test(line)) : []
  context.stderr([message, error instanceof Error ? error.name : '', ...places].join('\n'))
  context.exit(1)
}

/** Wrong usage comes back as an error from every command, also from those inside others. */
function throwUsage(command: Command): void {
  command.exitOverride().showHelpAfterError()
  command.commands.forEach(throwUsage)
}

function answerUsage({ exitCode, message }: CommanderError): void {
  if (exitCode === 0) return
  if (wantsJson) context.stdout(JSON.stringify({ code: 'usage', message }))
  context.exit(2)
}
