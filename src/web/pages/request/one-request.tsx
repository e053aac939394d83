import { PencilSimpleIcon } from '@phosphor-icons/react/dist/csr/PencilSimple'
import { ProhibitIcon } from '@phosphor-icons/react/dist/csr/Prohibit'
import { useQuery } from '@tanstack/react-query'
import { Suspense, useEffect, useRef, useState } from 'react'
import type { RequestRecord } from '../../../domain/request/request-record.ts'
import { formatDate } from '../../../text/format.ts'
import { useLabels } from '../../code-labels.ts'
import { openCatalogue } from '../../language.ts'
import { later } from '../../lazy-part.tsx'
import { Page } from '../../page.tsx'
import { sessionQuery } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { LoadingState } from '../../ui/state.tsx'
import { useText } from '../../use-text.ts'
import { ListLink } from './list-link.tsx'
import { RequestFactsView } from './request-facts.tsx'
import { RequestHistory } from './request-history.tsx'
import { VoidedNotice } from './voided-notice.tsx'

// Most requests are only read; what changes one travels when somebody reaches for it.
const openForm = () => import('./request-form.tsx')
const RequestForm = later(async () => ({ default: (await openForm()).RequestForm }))
const FollowUpSection = later(() =>
  Promise.all([import('./follow-up-section.tsx'), openCatalogue('followups')]).then(([module]) => ({
    default: module.FollowUpSection,
  })),
)
const openVoidDialog = () => import('./void-dialog.tsx')
const VoidDialog = later(async () => ({ default: (await openVoidDialog()).VoidDialog }))

const OwnPart = later(async () => {
  await openCatalogue('coaching')
  return { default: (await import('./own-part.tsx')).OwnPart }
})

/** One request: read, corrected in place, or voided. */
export const OneRequest = ({ record }: { record: RequestRecord }) => {
  const { t, language } = useText('request')
  const label = useLabels()
  const rights = useQuery(sessionQuery).data?.rights ?? []
  const [isEdited, setEdited] = useState(false)
  const [isVoiding, setVoiding] = useState(false)
  const page = useFocusBack(isEdited)
  const title = t('heading', {
    theme: label('theme', record.theme),
    date: formatDate(language, record.receivedOn),
  })
  return (
    <div ref={page}>
      <ListLink />
      <Page
        title={title}
        lead={t('lead', { desk: record.desk.name, guide: record.guide.name })}
        actions={
          record.mayCorrect && !isEdited ? (
            <RequestButtons onVoid={() => setVoiding(true)} onEdit={() => setEdited(true)} />
          ) : null
        }
      >
        {record.voided ? <VoidedNotice record={record} voided={record.voided} /> : null}
        {isEdited ? (
          <Suspense fallback={<LoadingState sentence={t('state.loading')} />}>
            <RequestForm record={record} onClose={() => setEdited(false)} />
          </Suspense>
        ) : (
          <>
            <RequestFactsView record={record} />
            {rights.includes('follow_ups.read') ? (
              <Suspense>
                <FollowUpSection record={record} mayChange={rights.includes('visits.register')} />
              </Suspense>
            ) : null}
          </>
        )}
        {/* Stays while somebody corrects the request: a note may be half written. */}
        <Suspense>{rights.includes('coaching.read') ? <OwnPart record={record} /> : null}</Suspense>
        {isEdited ? null : <RequestHistory record={record} />}
      </Page>
      <Suspense>
        {isVoiding ? <VoidDialog record={record} onClose={() => setVoiding(false)} /> : null}
      </Suspense>
    </div>
  )
}

const RequestButtons = ({ onVoid, onEdit }: { onVoid: () => void; onEdit: () => void }) => {
  const { t } = useText('request')
  return (
    <>
      <Button icon={<ProhibitIcon aria-hidden />} onPointerEnter={openVoidDialog} onPress={onVoid}>
        {t('void.open')}
      </Button>
      <Button
        look="primary"
        icon={<PencilSimpleIcon aria-hidden />}
        onPointerEnter={openForm}
        onPress={onEdit}
      >
        {t('edit')}
      </Button>
    </>
  )
}

/** Whoever closes the form stands again where they opened it. */
function useFocusBack(isEdited: boolean) {
  const page = useRef<HTMLDivElement>(null)
  const was = useRef(isEdited)
  useEffect(() => {
    if (was.current && !isEdited)
      page.current?.querySelector<HTMLElement>('.page-actions .button-primary')?.focus()
    was.current = isEdited
  }, [isEdited])
  return page
}
