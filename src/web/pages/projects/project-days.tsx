import type { LocalDate } from '../../../domain/local-date.ts'
import { formatDate } from '../../../text/format.ts'
import { readDate } from '../../search.ts'
import { DateField } from '../../ui/date-field.tsx'
import { useText } from '../../use-text.ts'
import { faultOf, nextMoment, type ProjectDraft } from './project-draft.ts'
import { RowList } from './row-list.tsx'

interface ProjectDaysProps {
  readonly draft: ProjectDraft
  readonly onDraft: (draft: ProjectDraft) => void
}

/** From when to when, and where each partial report ends. What cannot be says why at once. */
export const ProjectDays = ({ draft, onDraft }: ProjectDaysProps) => {
  const { t, language } = useText('projects')
  const fault = faultOf(draft)
  const day = (set: (date: LocalDate) => void) => (text: string) => {
    const date = readDate(text)
    if (date) set(date)
  }
  const of = draft.moments.length + 1
  return (
    <>
      <div className="project-days">
        <DateField
          label={t('form.from')}
          date={draft.from}
          onDate={day((from) => onDraft({ ...draft, from }))}
        />
        <DateField label={t('form.to')} date={draft.to} onDate={day((to) => onDraft({ ...draft, to }))} />
      </div>
      <RowList
        legend={t('partials')}
        hint={t('form.partialsHint')}
        rows={draft.moments}
        onRows={(moments) => onDraft({ ...draft, moments })}
        empty={nextMoment(draft)}
        addLabel={t('form.addPartial')}
        removeLabel={(number) => t('form.removePartial', { number })}
        foot={<p>{t('form.lastPartial', { number: of, of, to: formatDate(language, draft.to) })}</p>}
      >
        {(moment, onMoment, number) => (
          <DateField label={t('form.partialTo', { number, of })} date={moment} onDate={day(onMoment)} />
        )}
      </RowList>
      {fault ? (
        <p className="field-error" role="alert" tabIndex={-1}>
          {t(fault)}
        </p>
      ) : null}
    </>
  )
}
