import type { QuarantinedContent as Content } from '../../../contract/quarantine.ts'
import { formatDate } from '../../../text/format.ts'
import { useLabels } from '../../code-labels.ts'
import { Facts } from '../../ui/facts.tsx'
import { useMoment } from '../../use-moment.ts'
import { useText } from '../../use-text.ts'

/** What was noted, as far as a coordinator reads it. */
export const QuarantinedContent = ({ content }: { readonly content: Content }) => {
  const { t, language } = useText('devices')
  const moment = useMoment()
  const label = useLabels()
  switch (content.kind) {
    case 'completion':
      return <p>{t('accept.completion', { moment: moment(content.completion.doneAt) })}</p>
    case 'group': {
      const { heldOn, people, theme } = content.group
      return (
        <>
          <p>{t('accept.group', { day: formatDate(language, heldOn), people })}</p>
          <Facts facts={[label('theme', theme)]} isStrong />
        </>
      )
    }
    case 'visit':
      return (
        <>
          <p>{t('accept.noted', { moment: moment(content.visit.receivedAt) })}</p>
          {content.visit.requests.map((request) => (
            <Facts
              key={request.id}
              facts={[
                label('theme', request.subTheme ?? request.theme),
                ...request.actions.map((action) => label('action', action)),
                label('outcome', request.outcome),
                request.tip,
                request.ownWords,
                request.referredTo,
              ]}
              quietAfter={1}
              isStrong
            />
          ))}
        </>
      )
  }
}
