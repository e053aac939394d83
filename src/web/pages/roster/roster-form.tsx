import { useState } from 'react'
import type { Desk } from '../../../contract/desk.ts'
import type { KeptRoster } from '../../../contract/roster.ts'
import type { LocalDate } from '../../../domain/local-date.ts'
import { readDate } from '../../search.ts'
import { TaskDialog } from '../../shell/task-dialog.tsx'
import { useSaving } from '../../shell/use-saving.ts'
import { DateField } from '../../ui/date-field.tsx'
import { useText } from '../../use-text.ts'
import { AbsenceLines } from './absence-lines.tsx'
import { LanguageChips } from './language-chips.tsx'
import { LaterWeeks } from './later-weeks.tsx'
import { contentOf, draftOf, hasWholeHours, isWhole } from './roster-draft.ts'
import { putRoster, useRefreshRosters, type Whose } from './roster-query.ts'
import { StaleRoster } from './stale-roster.tsx'
import { WeekHours } from './week-hours.tsx'
import './roster.css'

interface RosterFormProps {
  readonly whose: Whose
  readonly kept: KeptRoster
  readonly desks: readonly Desk[]
  readonly today: LocalDate
  readonly onClose: () => void
}

/**
 * When somebody sits where, is away, and what they speak, in one go. Where somebody else kept it meanwhile, what was filled in
 * stays, and stands beside what is kept now until one of the two is chosen.
 */
export const RosterForm = ({ whose, kept, desks, today, onClose }: RosterFormProps) => {
  const { t } = useText('roster')
  const [base, setBase] = useState(kept)
  const [draft, setDraft] = useState(() => draftOf(kept, today))
  const { save, isBusy, failure } = useSaving(onClose, useRefreshRosters())
  const isStale = kept.version !== base.version && !isBusy
  const keep = () =>
    save(async () => {
      const { version } = await putRoster(whose, contentOf(draft), base.version)
      return { sentence: t('kept'), undo: () => putRoster(whose, base, version) }
    })
  return (
    <TaskDialog
      title={whose ? t('of', { name: kept.name }) : t('own')}
      canSave={isWhole(draft, today) && !isStale}
      isBusy={isBusy}
      failure={isStale ? undefined : failure}
      onSave={() => void keep()}
      onClose={onClose}
    >
      {isStale ? (
        <StaleRoster
          kept={kept}
          desks={desks}
          today={today}
          onMine={() => setBase(kept)}
          onTheirs={() => {
            setBase(kept)
            setDraft(draftOf(kept, today))
          }}
        />
      ) : null}
      <p>{t('lead')}</p>
      <WeekHours
        desks={desks}
        spans={draft.spans}
        today={today}
        onSpans={(spans) => setDraft({ ...draft, spans })}
      />
      {hasWholeHours(draft.spans) ? null : <p className="field-error">{t('incomplete')}</p>}
      <DateField
        label={t('from')}
        date={draft.from}
        onDate={(day) => setDraft({ ...draft, from: readDate(day) ?? today })}
      />
      {draft.from < today ? <p className="field-error">{t('fromPast')}</p> : null}
      <LaterWeeks
        desks={desks}
        weeks={draft.weeks.filter(({ from }) => from > today && from !== draft.from)}
        onRemove={(gone) =>
          setDraft({ ...draft, weeks: draft.weeks.filter(({ from }) => from !== gone.from) })
        }
      />
      <AbsenceLines
        absences={draft.absences}
        today={today}
        onAbsences={(absences) => setDraft({ ...draft, absences })}
      />
      <LanguageChips
        label={whose ? t('languagesOf', { name: kept.name }) : t('languages')}
        chosen={draft.languages}
        onChosen={(languages) => setDraft({ ...draft, languages })}
      />
    </TaskDialog>
  )
}
