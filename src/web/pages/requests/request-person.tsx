import type { ListedRequest } from '../../../contract/help-request.ts'
import { unanswered } from '../../../domain/code-list/code-list.ts'
import { useLabels } from '../../code-labels.ts'
import { Facts } from '../../ui/facts.tsx'
import { type TextKey, useText } from '../../use-text.ts'

type Person = Pick<ListedRequest, 'clientKind' | 'status' | 'nationality' | 'contactLanguage'>

/** Who asked, as far as it was asked. A bare "not asked" would not say what was not asked. */
export const RequestPerson = ({ clientKind, status, nationality, contactLanguage }: Person) => {
  const { t } = useText('requests')
  const label = useLabels()
  const fact = (field: TextKey<'requests'>, answer: string, code: string) =>
    unanswered.some((none) => none === code) ? t(field, { answer }) : answer
  return (
    <Facts
      facts={[
        fact('kindIs', label('client_kind', clientKind), clientKind),
        fact('statusIs', label('status', status), status),
        fact('nationalityIs', label('nationality', nationality), nationality),
        fact('languageIs', label('contact_language', contactLanguage), contactLanguage),
      ]}
    />
  )
}
