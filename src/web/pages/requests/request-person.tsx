import type { ListedRequest } from '../../../contract/help-request.ts'
import { unanswered } from '../../../domain/code-list/code-list.ts'
import { useLabels } from '../../code-labels.ts'
import { Facts } from '../../ui/facts.tsx'
import { type TextKey, useText } from '../../use-text.ts'

type Person = Pick<ListedRequest, 'clientKind' | 'status' | 'nationality' | 'contactLanguage'>

/** Who asked, as far as it was asked. A bare "not asked" would not say what was not asked. */
export const RequestPerson = ({ clientKind, status, nationality, contactLanguage }: Person) => {
  const { t } = useText()
  const label = useLabels()
  const fact = (field: TextKey, answer: string, code: string) =>
    unanswered.some((none) => none === code) ? t(field, { answer }) : answer
  return (
    <Facts
      facts={[
        fact('requests.kindIs', label('client_kind', clientKind), clientKind),
        fact('requests.statusIs', label('status', status), status),
        fact('requests.nationalityIs', label('nationality', nationality), nationality),
        fact('requests.languageIs', label('contact_language', contactLanguage), contactLanguage),
      ]}
    />
  )
}
