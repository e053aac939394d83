import { type ComponentType, lazy, Suspense } from 'react'
import { openCatalogue } from '../../language.ts'

/** A dialog that travels when it is first opened, with its sentences: the page's first load is for what is read. */
export function lazyDialog<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  const Dialog = lazy(async () => {
    const [dialog] = await Promise.all([load(), openCatalogue('member')])
    return { default: dialog }
  })
  return (props: Props) => (
    <Suspense>
      <Dialog {...props} />
    </Suspense>
  )
}
