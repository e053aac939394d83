import { useQuery } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { publicReportPath } from '../../../domain/public-address.ts'
import { later } from '../../lazy-part.tsx'
import { sessionQuery } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { useMoment } from '../../use-moment.ts'
import { useText } from '../../use-text.ts'
import { publicationsQuery } from './publication-query.ts'
import { PublishedSince } from './published-list.tsx'

const PublishDialog = later(() =>
  import('./publish-dialog.tsx').then((module) => ({ default: module.PublishDialog })),
)
const WithdrawDialog = later(() =>
  import('./withdraw-dialog.tsx').then((module) => ({ default: module.WithdrawDialog })),
)

/** Who else may read this report, and the step from here. */
export const PublicationLine = ({ id }: { readonly id: string }) => {
  const { t, language } = useText('publication')
  const moment = useMoment()
  const { data: session } = useQuery(sessionQuery)
  const [task, setTask] = useState<'publish' | 'withdraw'>()
  const { data } = useQuery(publicationsQuery)
  if (!data) return null
  const publications = data.items.filter(({ snapshotId }) => snapshotId === id)
  const open = publications.find(({ audience }) => audience === 'everybody')
  const withdrawn = publications.find((one) => one.withdrawn)?.withdrawn
  // Who pressed twice closes twice, and by then another task may be open.
  const close = (done: typeof task) => () => setTask((now) => (now === done ? undefined : now))
  return (
    <div className="publication-line no-print">
      <div>
        {publications.length === 0 ? <p>{t('notYet')}</p> : null}
        <PublishedSince publications={publications} />
        {withdrawn ? (
          <p>{t('withdrawnOn', { moment: moment(withdrawn.at), reason: withdrawn.reason })}</p>
        ) : null}
      </div>
      {open && session ? (
        <a className="link" href={publicReportPath({ city: session.city.code, language }, open)}>
          {t('publicPage')}
        </a>
      ) : null}
      {open || withdrawn ? null : (
        <Button onPress={() => setTask('publish')}>
          {t(publications.length === 0 ? 'publish' : 'openToAll')}
        </Button>
      )}
      {publications.length > 0 && !withdrawn ? (
        <Button onPress={() => setTask('withdraw')}>{t('withdraw')}</Button>
      ) : null}
      <Suspense>
        {task === 'publish' ? (
          <PublishDialog id={id} councilHasIt={publications.length > 0} onClose={close('publish')} />
        ) : null}
        {task === 'withdraw' ? <WithdrawDialog id={id} onClose={close('withdraw')} /> : null}
      </Suspense>
    </div>
  )
}
