import { readConfig } from '../config.ts'
import { isRefusal } from '../domain/refusal.ts'
import { sayRefusal } from './frame.ts'
import { runProgram } from './program.ts'

const config = readConfig(process.env)
const args = process.argv.slice(2)
if (isRefusal(config)) {
  const message = sayRefusal(config, 'nl')
  if (args.includes('--json'))
    process.stdout.write(`${JSON.stringify({ code: config.code, message, ...config.details })}\n`)
  else process.stderr.write(`${message}\n`)
  process.exit(1)
}

await runProgram(
  {
    config,
    now: () => new Date(),
    stdout: (text) => void process.stdout.write(typeof text === 'string' ? `${text}\n` : text),
    stderr: (text) => void process.stderr.write(`${text}\n`),
    exit: (code) => {
      process.exitCode = code
    },
  },
  args,
)
