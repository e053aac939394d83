import { Link, useNavigate } from '@tanstack/react-router'
import type { CodeListName } from '../../../domain/code-list/code-list.ts'
import { paths } from '../../paths.ts'
import { Select } from '../../ui/select.tsx'
import { useText } from '../../use-text.ts'

/** The lists in the order in which a request is noted. */
export const listOrder = [
  'theme',
  'action',
  'who_did_it',
  'outcome',
  'barrier',
  'client_kind',
  'asked_by',
  'status',
  'contact_language',
  'language_help',
  'channel',
  'origin',
] as const satisfies readonly CodeListName[]

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
                {t(`list.${list}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className="codes-select">
        <Select
          label={t('lists')}
          options={listOrder.map((list) => ({ id: list, label: t(`list.${list}`) }))}
          selected={chosen}
          onSelect={(list) => void navigate({ to: paths.codes, search: { list } })}
        />
      </div>
    </div>
  )
}
