import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

// Before anything else is loaded: with what was compiled at an earlier start, a start takes a quarter less time and
// 20 MiB less memory.
enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/compiled'))
await import('./start.ts')
