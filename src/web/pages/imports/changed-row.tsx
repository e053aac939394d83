import { CheckIcon } from '@phosphor-icons/react/dist/csr/Check'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { ImportChange } from '../../../contract/import-change.ts'
import { announce } from '../../announcement.ts'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useText } from '../../use-text.ts'
import { acceptRow, refreshImports } from './import-query.ts'
import { StepProblem } from './step-problem.tsx'

interface ChangedRowProps {
  readonly importId: string
  readonly change: ImportChange
}

/** One row: what stands in the databank beside what the file says. */
export const ChangedRow = ({ importId, change }: ChangedRowProps) => {
  const { t } = useText('imports')
  const accepting = useAccepting(importId, change)
  const isAccepted = change.isAccepted || accepting.isSuccess
  return (
    <li className="changed-row">
      <h4>{t('changed.row', { row: change.row })}</h4>
      {change.isVoided ? <p>{t('changed.voided')}</p> : null}
      {change.isEdited && !isAccepted && !change.isVoided ? (
        <Notice kind="signal" word={t('changed.editedWord')}>
          <p>{t('changed.edited')}</p>
        </Notice>
      ) : null}
      {change.fields.length === 0 ? <p>{t('changed.same')}</p> : <Fields change={change} />}
      <StepProblem error={accepting.error} />
      <div className="import-buttons">
        {isAccepted ? (
          <p className="changed-accepted">
            <CheckIcon aria-hidden /> {t('changed.accepted')}
          </p>
        ) : null}
        {isAccepted || change.isVoided ? null : (
          <Button isDisabled={accepting.isPending} onPress={() => accepting.mutate()}>
            {t(change.fields.length === 0 ? 'changed.note' : 'changed.accept')}
          </Button>
        )}
        <Link to={paths.request} params={{ id: change.requestId }} className="link">
          {t('changed.open')}
        </Link>
      </div>
    </li>
  )
}

const Fields = ({ change: { fields } }: { change: ImportChange }) => {
  const { t } = useText('imports')
  return (
    <table className="data-table changed-fields">
      <caption className="visually-hidden">{t('changed.table')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('changed.field')}</th>
          <th scope="col">{t('changed.before')}</th>
          <th scope="col">{t('changed.after')}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map((change) => (
          <tr key={change.field}>
            <th scope="row">{t(`field.${change.field}`)}</th>
            {change.isHidden ? (
              <td colSpan={2}>{t('changed.hidden')}</td>
            ) : (
              <>
                <td>{change.beforeText || t('rejected.empty')}</td>
                <td>
                  <strong>{change.afterText || t('rejected.empty')}</strong>
                </td>
              </>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function useAccepting(importId: string, { row, version: first }: ImportChange) {
  const { t } = useText('imports')
  const queries = useQueryClient()
  const [version, setVersion] = useState(first)
  if (version < first) setVersion(first)
  return useMutation({
    mutationFn: () => acceptRow(importId, { row, version }),
    onSuccess: async () => {
      announce({ sentence: t('changed.announced', { row }) })
      const touched = ['requests', 'report']
      await Promise.all(touched.map((name) => queries.invalidateQueries({ queryKey: [name] })))
    },
    // Somebody changed the request meanwhile: what stands there now is shown before anybody may accept again.
    onError: () => refreshImports(queries),
  })
}
