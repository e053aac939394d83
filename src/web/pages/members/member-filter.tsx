import { everyRole } from '../../../domain/people/role.ts'
import { type MembersSearch, memberStates } from '../../search.ts'
import { SearchBox } from '../../shell/search-box.tsx'
import { Select } from '../../ui/select.tsx'
import { useText } from '../../use-text.ts'

interface MemberFilterProps {
  readonly search: MembersSearch
  readonly onNarrow: (search: MembersSearch) => void
}

/** Finds somebody among hundreds. */
export const MemberFilter = ({ search, onNarrow }: MemberFilterProps) => {
  const { t } = useText('members')
  return (
    <div className="member-filter">
      <SearchBox
        label={t('filter.search')}
        example={t('filter.example')}
        words={search.q}
        onWords={(q) => onNarrow({ ...search, q })}
      />
      <Select
        label={t('filter.role')}
        options={[
          { id: '', label: t('filter.everyRole') },
          ...everyRole.map((id) => ({ id, label: t(`role.${id}`) })),
        ]}
        selected={search.role ?? ''}
        onSelect={(role) => onNarrow({ ...search, role: role || undefined })}
      />
      <Select
        label={t('members.state')}
        options={[
          { id: '', label: t('filter.everyState') },
          ...memberStates.map((id) => ({ id, label: t(`state.${id}`) })),
        ]}
        selected={search.state ?? ''}
        onSelect={(state) => onNarrow({ ...search, state: state || undefined })}
      />
    </div>
  )
}
