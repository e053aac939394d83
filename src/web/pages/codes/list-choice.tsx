import { Link, useNavigate } from '@tanstack/react-router'
import type { CodeListName } from '../../../domain/code-list/code-list.ts'
import type { RequestField } from '../../../domain/request/request-field.ts'
import { paths } from '../../paths.ts'
import { Select } from '../../ui/select.tsx'
import { useText } from '../../use-text.ts'

/** A list has the name of the field that is chosen from it; in the order in which a request is noted. */
const fields = {
  theme: 'theme',
  action: 'actions',
  who_did_it: 'whoDidIt',
  outcome: 'outcome',
  barrier: 'barriers',
  client_kind: 'clientKind',
  asked_by: 'askedBy',
  status: 'status',
  contact_language: 'contactLanguage',
  language_help: 'languageHelp',
  channel: 'channel',
  origin: 'origin',
} as const satisfies Record<CodeListName, RequestField>

// because: Object.keys of the literal above gives exactly its keys
export const listOrder = Object.keys(fields) as CodeListName[]

export const nameOfList = (list: CodeListName) => `field.${fields[list]}` as const

/** Which list: beside it where there is room, else above it. */
export const ListChoice = ({ chosen }: { chosen: CodeListName }) => {
  const { t } = useText('codes')
  const navigate = useNavigate()
  return (
    <div className="codes-lists">
      <nav aria-label={t('lists')} className="codes-menu">
        <ul>
          {listOrder.map((list) => (
            <li key={list}>
              <Link
                to={paths.codes}
                search={{ list }}
                className="codes-menu-link"
                activeProps={{}}
                aria-current={list === chosen ? 'page' : undefined}
              >
                {t(nameOfList(list))}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className="codes-select">
        <Select
          label={t('lists')}
          options={listOrder.map((list) => ({ id: list, label: t(nameOfList(list)) }))}
          selected={chosen}
          onSelect={(list) => void navigate({ to: paths.codes, search: { list } })}
        />
      </div>
    </div>
  )
}
