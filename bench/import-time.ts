import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { measure } from './load.ts'
import type { Started } from './process.ts'
import { commandLine } from './start-times.ts'
import { watchMemory } from './transfer.ts'

interface ImportBench {
  readonly home: string
  readonly count: number
  readonly app: Started
  readonly raw: Started
  readonly cookie: string
}

/** Imports a spreadsheet of `count` rows by the command while others read lists, and the same file with bare SQL. */
export async function importByCommand({ home, count, app, raw, cookie }: ImportBench) {
  const file = join(home, 'hulpvragen.csv')
  await writeSpreadsheet(file, count)
  const began = performance.now()
  const child = spawn(
    process.execPath,
    [...commandLine, 'import', 'requests', file, '--city', 'oostdijk', '--json'],
    {
      env: { ...process.env, BRUGWIJZER_DATA: home },
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  )
  const memory = watchMemory(() => [child.pid ?? 0])
  let answer = ''
  child.stdout.on('data', (data) => {
    answer += data
  })
  const ended = new Promise((resolve) => child.on('exit', resolve))
  const others = await measure(`${app.url}/api/v1/requests?theme=housing`, cookie, {
    count: 300,
    together: 2,
  })
  await ended
  const seconds = (performance.now() - began) / 1000
  const extraMemory = memory.stop().most
  if (JSON.parse(answer).imported !== count) throw new Error(`imported ${answer.slice(0, 400)}`)
  const rawBegan = performance.now()
  const rawAnswer = await fetch(`${raw.url}/import?file=${encodeURIComponent(file)}`)
  if (rawAnswer.status !== 200) throw new Error(`raw import answered ${rawAnswer.status}`)
  await rawAnswer.arrayBuffer()
  return { seconds, rawSeconds: (performance.now() - rawBegan) / 1000, extraMemory, otherP99: others.p99 }
}

const head =
  'nr;datum;uur;plaats;toeleider;type cliënt;statuut;nationaliteit;contacttaal;thema;acties;wie deed het;resultaat;doorverwezen naar;duur (min)'
const themes = ['Wonen', 'Werk', 'Gezondheid', 'Brieven en administratie', 'Onderwijs']
const countries = ['Marokko', 'Syrië', 'Rusland', 'Oekraine', 'Armenië', 'België']

/** As a city keeps one: every column, labels in Dutch, 100 rows a day. */
async function writeSpreadsheet(file: string, count: number): Promise<void> {
  const out = createWriteStream(file)
  out.write(`${head}\n`)
  for (let row = 0; row < count; row++) {
    const day = new Date(Date.UTC(2019, 0, 2) + Math.floor(row / 100) * 86_400_000)
    const date = `${day.getUTCDate()}/${day.getUTCMonth() + 1}/${day.getUTCFullYear()}`
    const time = `${8 + (row % 8)}:${String((row * 7) % 60).padStart(2, '0')}`
    const theme = themes[row % themes.length]
    const country = countries[row % countries.length]
    const line = `${row + 1};${date};${time};Onthaal;Nadia;vrouw;nieuwkomer;${country};Arabisch;${theme};brief gelezen en uitgelegd | getelefoneerd;samen;beantwoord;Sociaal Huis;15\n`
    if (!out.write(line)) await once(out, 'drain')
  }
  out.end()
  await once(out, 'finish')
}
