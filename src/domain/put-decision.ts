import { type Refusal, refuse } from './refusal.ts'

/**
 * What a PUT means for what is there. Without a version it adds: saying the same again is `same`, something else under
 * a used id is `id_taken`. With a version it changes exactly that version, else `version_stale`; what is not there
 * cannot change (`not_found`). A change that is made already is `same`, so a repeated one does no harm.
 */
export function decidePut<Content>(
  found: { readonly version: number; readonly content: Content } | undefined,
  wanted: Content,
  version: number | undefined,
): 'add' | 'same' | 'change' | Refusal {
  if (!found) return version === undefined ? 'add' : refuse('not_found')
  if (JSON.stringify(found.content) === JSON.stringify(wanted)) return 'same'
  if (version === undefined) return refuse('id_taken')
  return version === found.version ? 'change' : refuse('version_stale')
}
