import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { lazyPart } from '../../lazy-part.tsx'
import { paths } from '../../paths.ts'
import { hasPinsHere } from '../../pins-here.ts'
import { Button } from '../../ui/button.tsx'
import { useText } from '../../use-text.ts'
import { unfinishedQuery } from '../today/unfinished-query.ts'

// Whoever has a code here takes along what they still have to do, for when there is no network.
const ToDoLink = lazyPart(
  () =>
    import('../today/to-do-link.tsx').then(
      (module) => module.ToDoLink,
      () => () => null,
    ),
  'today',
)

interface DeskWaysProps {
  readonly isTallying: boolean
  readonly onTally: (isTallying: boolean) => void
  readonly children: ReactNode
}

/** Other ways to note than the form: in strokes, and what is still to be finished. */
export const DeskWays = ({ isTallying, onTally, children }: DeskWaysProps) => {
  const { t } = useText('desk')
  const count = useQuery(unfinishedQuery).data?.length ?? 0
  return (
    <>
      <Button aria-pressed={isTallying} onPress={() => onTally(!isTallying)}>
        {t('tally.name')}
      </Button>
      {children}
      {hasPinsHere() ? <ToDoLink /> : null}
      {count > 0 ? (
        <Link to={paths.today} className="link">
          {t('unfinished', { count })}
        </Link>
      ) : null}
    </>
  )
}
