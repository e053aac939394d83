import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import type { Population } from '../../../contract/population.ts'
import { formatDate } from '../../../text/format.ts'
import { sayFailure } from '../../api.ts'
import { readDate } from '../../search.ts'
import { TaskDialog } from '../../shell/task-dialog.tsx'
import { useSaving } from '../../shell/use-saving.ts'
import { DateField } from '../../ui/date-field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useText } from '../../use-text.ts'
import { useToday } from '../../use-today.ts'
import { type Decisions, groupsOf, readText } from './population-draft.ts'
import { PopulationPreview } from './population-preview.tsx'
import { readingQuery, removePopulation, savePopulation } from './population-query.ts'

interface PopulationDialogProps {
  readonly kept: readonly Population[]
  /** The last day of the report. */
  readonly until: string
  readonly onClose: () => void
}

/** A list out of a spreadsheet, who counted it and when; what it is read as stands below it before anything is kept. */
export const PopulationDialog = ({ kept, until, onClose }: PopulationDialogProps) => {
  const { t, language } = useText('population')
  const [draft, setDraft] = useState({ text: '', source: '', countedOn: `${until.slice(0, 4)}-01-01` })
  const [decisions, setDecisions] = useState<Decisions>({})
  const [isAsked, setAsked] = useState(false)
  const change = (part: Partial<typeof draft>) => setDraft((now) => ({ ...now, ...part }))
  const changeText = (text: string) => {
    change({ text })
    setDecisions({})
  }
  const { data: lines = [], error } = useQuery(readingQuery(useDeferredValue(draft.text), language))
  const read = groupsOf(draft.text.trim() === '' ? [] : lines, decisions)
  const countedOn = readDate(draft.countedOn)
  const before = kept.find((each) => each.countedOn === countedOn)
  const { save, isBusy, failure } = useKeeping(before, onClose)
  const today = useToday()
  const isFuture = countedOn !== undefined && countedOn > today
  const isWhole = read.groups.length > 0 && draft.source.trim() !== '' && countedOn && !isFuture
  const keep = () => {
    setAsked(true)
    if (isWhole && !isBusy) void save({ countedOn, source: draft.source, groups: [...read.groups] })
  }
  const missing = (isMissing: boolean, sentence: string) => (isAsked && isMissing ? sentence : undefined)
  return (
    <TaskDialog
      title={t('add')}
      onClose={onClose}
      saveLabel={before ? t('replace') : t('action.save')}
      onSave={keep}
      canSave
      isBusy={isBusy}
      failure={failure ?? (error ? sayFailure(error, t) : undefined)}
    >
      <TextField
        label={t('list')}
        hint={t('listHint')}
        isLong
        value={draft.text}
        onChange={changeText}
        error={missing(read.groups.length === 0, t('listMissing'))}
      />
      <FileButton onText={changeText} />
      <PopulationPreview
        read={read}
        lines={draft.text.trim() === '' ? [] : lines}
        decisions={decisions}
        onDecide={(row, country) => setDecisions({ ...decisions, [row]: country })}
      />
      <TextField
        label={t('source')}
        hint={t('sourceHint')}
        maxLength={200}
        value={draft.source}
        onChange={(source) => change({ source })}
        error={missing(draft.source.trim() === '', t('sourceMissing'))}
      />
      <DateField
        label={t('countedOn')}
        date={draft.countedOn}
        onDate={(date) => change({ countedOn: date })}
      />
      {isFuture ? <p className="field-error">{t('future')}</p> : null}
      {countedOn !== undefined && !isFuture && countedOn > until ? (
        <p className="field-hint">{t('tooYoung')}</p>
      ) : null}
      {before ? (
        <Notice kind="info" word={t('replaces', { date: formatDate(language, before.countedOn) })}>
          <p>{before.source}</p>
        </Notice>
      ) : null}
    </TaskDialog>
  )
}

/** Keeps a counting in the place of `before`, with the way back to it. */
function useKeeping(before: Population | undefined, onClose: () => void) {
  const { t, language } = useText('population')
  const queries = useQueryClient()
  const { save, ...rest } = useSaving(onClose, () => queries.invalidateQueries({ queryKey: ['report'] }))
  const keep = (population: Omit<Population, 'version'>) =>
    save(async () => {
      const saved = await savePopulation(population, before?.version)
      return {
        sentence: t('isKept', { date: formatDate(language, saved.countedOn) }),
        undo: () => (before ? savePopulation(before, saved.version) : removePopulation(saved)),
      }
    })
  return { save: keep, ...rest }
}

const FileButton = ({ onText }: { readonly onText: (text: string) => void }) => {
  const { t } = useText('population')
  return (
    <label className="button button-plain file-button">
      {t('file')}
      <input
        type="file"
        accept=".csv,.txt,text/csv"
        className="visually-hidden"
        onChange={({ target }) => {
          const [file] = target.files ?? []
          if (file) void readText(file).then(onText)
          // The same file may be chosen again after it was mended.
          target.value = ''
        }}
      />
    </label>
  )
}
