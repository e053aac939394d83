import { Command, CommanderError } from 'commander'
import { refuse } from '../domain/refusal.ts'
import { type CliContext, sayRefusal } from './frame.ts'
import { importCommand } from './import/import.ts'
import { initCommand } from './init.ts'
import { keysCommand } from './keys.ts'
import { notesCommand } from './notes.ts'
import { reportCommand } from './report.ts'
import { sealingKeysCommand } from './sealing-keys.ts'
import { seedCommand } from './seed.ts'
import { usersCommand } from './users.ts'

const commands = [
  initCommand,
  importCommand,
  keysCommand,
  notesCommand,
  reportCommand,
  sealingKeysCommand,
  seedCommand,
  usersCommand,
]

/** Does what the words behind the program's name ask for, and says so where the context says. Never throws. */
export async function runProgram(context: CliContext, args: readonly string[]): Promise<void> {
  const program = new Command('brugwijzer').description(
    'Commands of Brugwijzer; they attach to the running embedded database, or start it for as long as needed',
  )
  for (const make of commands) program.addCommand(make(context))
  throwUsage(program, context)
  try {
    await program.parseAsync(args, { from: 'user' })
  } catch (error) {
    const wantsJson = args.includes('--json')
    if (error instanceof CommanderError) answerUsage(context, wantsJson, error)
    else answerFault(context, wantsJson, error)
  }
}

/** A fault of ours: its place, never its words, which may quote a person's. */
function answerFault(context: CliContext, wantsJson: boolean, error: unknown): void {
  const message = sayRefusal(refuse('internal'), 'nl')
  if (wantsJson) context.stdout(JSON.stringify({ code: 'internal', message }))
  const places =
    error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^ +at /.test(line)) : []
  context.stderr([message, error instanceof Error ? error.name : '', ...places].join('\n'))
  context.exit(1)
}

/** Wrong usage comes back as an error from every command, also from those inside others. */
function throwUsage(command: Command, context: CliContext): void {
  command.exitOverride().showHelpAfterError()
  command.configureOutput({
    writeOut: (text) => context.stdout(text.trimEnd()),
    writeErr: (text) => context.stderr(text.trimEnd()),
  })
  for (const inside of command.commands) throwUsage(inside, context)
}

function answerUsage(context: CliContext, wantsJson: boolean, { exitCode, message }: CommanderError): void {
  if (exitCode === 0) return
  if (wantsJson) context.stdout(JSON.stringify({ code: 'usage', message }))
  context.exit(2)
}
