import { type ComponentType, lazy, Suspense } from 'react'
import { type CatalogueName, openCatalogue } from './language.ts'

/** A part of a page that travels when it is first shown, with its sentences: the first load is for what is read. */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  ...catalogues: readonly CatalogueName[]
) {
  const Part = lazy(async () => {
    const [part] = await Promise.all([load(), openCatalogue(...catalogues)])
    return { default: part }
  })
  return (props: Props) => (
    <Suspense>
      <Part {...props} />
    </Suspense>
  )
}
