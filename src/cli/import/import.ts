import { Command } from 'commander'
import type { CliContext } from '../frame.ts'
import { importClosuresCommand } from './import-closures.ts'
import { importRequestsCommand } from './import-requests.ts'
import { importUndoCommand } from './import-undo.ts'

export const importCommand = (context: CliContext): Command =>
  new Command('import')
    .description('Bring in what a city kept in a spreadsheet, and take it out again')
    .addCommand(importRequestsCommand(context))
    .addCommand(importClosuresCommand(context))
    .addCommand(importUndoCommand(context))
