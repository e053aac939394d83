import { useState } from 'react'
import type { CodeListEntry } from '../../../contract/code-list.ts'
import { needOf } from '../../../domain/code-list/needed-code.ts'
import { announce } from '../../announcement.ts'
import { api, bodyOf, onVersion, sayFailure } from '../../api.ts'
import { FailureNotice } from '../../shell/failure-notice.tsx'
import { Button } from '../../ui/button.tsx'
import { useText } from '../../use-text.ts'
import { useRefreshCodes } from './code-query.ts'

interface CodeRetirementProps {
  readonly item: CodeListEntry
  /** Words are written but not kept yet. */
  readonly isWaiting: boolean
  readonly onDone: () => void
}

/** Whether a code is still offered, and what it means that it is not. */
export const CodeRetirement = ({ item, isWaiting, onDone }: CodeRetirementProps) => {
  const { t } = useText('code')
  const { set, isBusy, failure } = useRetirement(onDone)
  const need = needOf(item)
  if (need) return <p className="code-note">{t(`need.${need}`)}</p>
  return (
    <section className="code-retirement">
      <h3>{item.active ? t('retireTitle') : t('restoreTitle')}</h3>
      <p>{item.active ? t('retireMeans') : t('restoreMeans')}</p>
      <FailureNotice failure={failure} />
      {isWaiting ? <p className="code-note">{t('saveFirst')}</p> : null}
      <Button isDisabled={isBusy || isWaiting} onPress={() => void set(item, !item.active)}>
        {item.active ? t('retire') : t('restore')}
      </Button>
    </section>
  )
}

function useRetirement(onDone: () => void) {
  const { t, language } = useText('code')
  const refresh = useRefreshCodes()
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string>()
  const set = async (item: CodeListEntry, active: boolean) => {
    setBusy(true)
    try {
      const changed = await ask(item, active)
      onDone()
      announce({
        sentence: t(active ? 'restored' : 'isRetired', { label: item.labels[language] }),
        undo: async () => {
          await ask(changed, item.active)
          await refresh()
        },
      })
      await refresh()
    } catch (error) {
      setFailure(sayFailure(error, t))
      setBusy(false)
    }
  }
  return { set, isBusy, failure }
}

const ask = ({ list, code, version }: CodeListEntry, active: boolean) => {
  const { $put, $delete } = api['code-lists'][':list'][':code'].retirement
  return bodyOf((active ? $delete : $put)({ param: { list, code }, header: {} }, onVersion(version)))
}
