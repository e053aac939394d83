import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { publicReportPath } from '../../../domain/public-address.ts'
import { sessionQuery } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { useMoment } from '../../use-moment.ts'
import { useText } from '../../use-text.ts'
import { publicationsQuery } from './publication-query.ts'

const PublishDialog = lazy(() =>
  import('./publish-dialog.tsx').then((module) => ({ default: module.PublishDialog })),
)
const WithdrawDialog = lazy(() =>
  import('./withdraw-dialog.tsx').then((module) => ({ default: module.WithdrawDialog })),
)

/** Whether the world may read this report, and the step from here. */
export const PublicationLine = ({ id }: { readonly id: string }) => {
  const { t, language } = useText('publication')
  const moment = useMoment()
  const { data: session } = useQuery(sessionQuery)
  const [task, setTask] = useState<'publish' | 'withdraw'>()
  const { data } = useQuery(publicationsQuery)
  if (!data) return null
  const publication = data.items.find(({ snapshotId }) => snapshotId === id)
  // Who pressed twice closes twice, and by then another task may be open.
  const close = (done: typeof task) => () => setTask((open) => (open === done ? undefined : open))
  return (
    <div className="publication-line no-print">
      <p>
        {!publication
          ? t('notYet')
          : publication.withdrawn
            ? t('withdrawnOn', {
                moment: moment(publication.withdrawn.at),
                reason: publication.withdrawn.reason,
              })
            : t('publishedOn', { moment: moment(publication.publishedAt) })}
      </p>
      {publication && session ? (
        <a className="link" href={publicReportPath({ city: session.city.code, language }, publication)}>
          {t('publicPage')}
        </a>
      ) : null}
      {publication ? null : <Button onPress={() => setTask('publish')}>{t('publish')}</Button>}
      {publication && !publication.withdrawn ? (
        <Button onPress={() => setTask('withdraw')}>{t('withdraw')}</Button>
      ) : null}
      <Suspense>
        {task === 'publish' ? <PublishDialog id={id} onClose={close('publish')} /> : null}
        {task === 'withdraw' ? <WithdrawDialog id={id} onClose={close('withdraw')} /> : null}
      </Suspense>
    </div>
  )
}
