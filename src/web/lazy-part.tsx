import { type ComponentType, lazy, Suspense } from 'react'
import { type CatalogueName, openCatalogue } from './language.ts'
import { QueryError } from './shell/query-error.tsx'

/** A part that travels when it is first shown. One that does not come says so in its place, and takes nothing else away. */
export const later: typeof lazy = (load) =>
  // because: what needs no properties stands wherever some are given
  lazy(() => load().catch(() => ({ default: Missing as never })))

// because: what a browser could not import it asks for no more, until the page is loaded anew
const Missing = () => (
  <QueryError error={null} onRetry={() => (navigator.onLine ? location.reload() : undefined)} />
)

/** The same with its sentences, and nothing in its place as long as it is on its way: the first load is for what is read. */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  ...catalogues: readonly CatalogueName[]
) {
  const Part = later(async () => {
    const [part] = await Promise.all([load(), openCatalogue(...catalogues)])
    return { default: part }
  })
  return (props: Props) => (
    <Suspense>
      <Part {...props} />
    </Suspense>
  )
}
