import { type Refusal, refuse } from './domain/refusal.ts'

const major = 24

/** TypeScript runs as it is only on the Node that package.json pins; `npm start` uses it whatever is installed. */
export function checkRuntime(version: string): Refusal | undefined {
  return version.startsWith(`v${major}.`) ? undefined : refuse('runtime_other', { version, major })
}
