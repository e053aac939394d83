import { PlusIcon } from '@phosphor-icons/react/dist/csr/Plus'
import { useState } from 'react'
import type { OrganizationAnswer } from '../../../contract/organization.ts'
import { formatNumber } from '../../../text/format.ts'
import { Button } from '../../ui/button.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { useText } from '../../use-text.ts'
import { lazyDialog } from './lazy-dialog.tsx'
import type { Directory } from './member-query.ts'
import { Section } from './section.tsx'

const OrganizationDialog = lazyDialog(
  async () => (await import('./organization-dialog.tsx')).OrganizationDialog,
)

/** The organisations that people are placed in. */
export const OrganizationSection = ({ directory }: { directory: Directory }) => {
  const { t } = useText('members')
  // null: a new one.
  const [open, setOpen] = useState<OrganizationAnswer | null>()
  return (
    <Section
      title={t('organizations.title')}
      action={
        <Button icon={<PlusIcon aria-hidden />} onPress={() => setOpen(null)}>
          {t('organizations.add')}
        </Button>
      }
    >
      <DataTable
        stacks
        caption={t('organizations.table')}
        columns={useColumns(setOpen)}
        rows={directory.organizations}
        keyOf={({ id }) => id}
      />
      {open === undefined ? null : (
        <OrganizationDialog organization={open} onClose={() => setOpen(undefined)} />
      )}
    </Section>
  )
}

function useColumns(onEdit: (organization: OrganizationAnswer) => void): Column<OrganizationAnswer>[] {
  const { t, language } = useText('members')
  return [
    { id: 'name', heading: t('organizations.name'), cell: ({ name }) => <strong>{name}</strong> },
    { id: 'kind', heading: t('organizations.kind'), cell: ({ kind }) => <span>{t(`kind.${kind}`)}</span> },
    {
      id: 'people',
      heading: t('organizations.people'),
      cell: ({ people }) => <span>{formatNumber(language, people)}</span>,
    },
    {
      id: 'actions',
      heading: t('members.actions'),
      cell: (organization) => (
        <div className="member-actions">
          <Button
            look="bare"
            aria-label={t('editOf', { name: organization.name })}
            onPress={() => onEdit(organization)}
          >
            {t('edit')}
          </Button>
        </div>
      ),
    },
  ]
}
