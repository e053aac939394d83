import type { Role } from '../../../domain/people/member.ts'
import { everyRole } from '../../../domain/people/role.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Select } from '../../ui/select.tsx'
import { useText } from '../../use-text.ts'
import type { Directory } from './member-query.ts'

interface RoleFieldsProps {
  readonly roles: readonly Role[]
  readonly onRoles: (roles: Role[]) => void
  /** Only these can be chosen. */
  readonly offered?: readonly Role[]
}

/** The roles, each with a sentence that says what it lets somebody see. */
export const RoleFields = ({ roles, onRoles, offered = everyRole }: RoleFieldsProps) => {
  const { t } = useText('member')
  return (
    <fieldset className="role-fields">
      <legend className="field-label">{t('form.roles')}</legend>
      <p className="field-hint">{t('form.rolesHint')}</p>
      {offered.map((role) => (
        <Checkbox
          key={role}
          label={t(`role.${role}`)}
          hint={t(`sees.${role}`)}
          isChecked={roles.includes(role)}
          onCheck={(isChecked) =>
            onRoles(everyRole.filter((each) => (each === role ? isChecked : roles.includes(each))))
          }
        />
      ))}
    </fieldset>
  )
}

interface PlaceFieldsProps {
  readonly directory: Directory
  readonly organizationId: string
  readonly onOrganization: (id: string) => void
  readonly coachId: string
  readonly onCoach: (id: string) => void
  /** Nobody coaches themselves. */
  readonly self?: string
}

/** Where somebody works, and with which coach; '' = none. */
export const PlaceFields = (props: PlaceFieldsProps) => {
  const { t } = useText('member')
  const { organizations } = props.directory
  const coaches = props.directory.coaches.filter(({ id }) => id !== props.self)
  return (
    <>
      <Select
        label={t('form.organization')}
        options={[
          ...(props.organizationId === '' ? [{ id: '', label: t('form.chooseOrganization') }] : []),
          ...organizations.map(({ id, name }) => ({ id: String(id), label: name })),
        ]}
        selected={props.organizationId}
        onSelect={props.onOrganization}
      />
      <Select
        label={t('form.coach')}
        options={[
          { id: '', label: t('form.noCoach') },
          ...coaches.map(({ id, name }) => ({ id: String(id), label: name })),
        ]}
        selected={props.coachId}
        onSelect={props.onCoach}
      />
    </>
  )
}
