import type { RequestRecord } from '../../../domain/request/request-record.ts'
import { useText } from '../../use-text.ts'
import { MinutesFact, YesNoFact } from './chip-fact.tsx'
import { DeskFact } from './desk-fact.tsx'
import { type FactGroup, factGroups } from './fact-group.ts'
import { MomentFact } from './moment-fact.tsx'
import type { FormPart } from './request-draft.ts'
import { SeveralFact } from './several-fact.tsx'
import { SingleFact, SubThemeFact, ThemeFact } from './single-fact.tsx'
import { TypedFact } from './typed-fact.tsx'
import { useChoosing } from './use-choosing.ts'

interface Fields extends FormPart {
  readonly record: RequestRecord
}

/** Every field that can be corrected, in the groups and the order of the page. */
export const RequestFields = (form: Fields) => {
  const { t } = useText('request')
  return factGroups.map(({ group }) => (
    <section key={group} className="request-group" aria-labelledby={`form-${group}`}>
      <h2 id={`form-${group}`}>{t(`group.${group}`)}</h2>
      <div className="request-fields">
        <GroupFields group={group} {...form} />
      </div>
    </section>
  ))
}

const GroupFields = ({ group, ...form }: Fields & { group: FactGroup }) => {
  const choosing = useChoosing(form.record.maySeeSensitive)
  const part = { ...form, choosing }
  switch (group) {
    case 'question':
      return (
        <>
          <ThemeFact {...part} />
          <SubThemeFact {...part} />
        </>
      )
    case 'person':
      return (
        <>
          {(
            ['clientKind', 'askedBy', 'status', 'nationality', 'contactLanguage', 'languageHelp'] as const
          ).map((field) => (
            <SingleFact key={field} field={field} {...part} />
          ))}
          <YesNoFact field="firstVisit" {...form} />
          <TypedFact field="neighbourhood" {...form} />
        </>
      )
    case 'answer':
      return (
        <>
          <SeveralFact field="actions" {...part} />
          <SingleFact field="whoDidIt" {...part} />
          <SingleFact field="outcome" {...part} />
          <TypedFact field="referredTo" {...form} />
          <SeveralFact field="barriers" {...part} />
          <MinutesFact {...form} />
          <TypedFact field="tip" {...form} />
          {form.record.maySeeSensitive ? <TypedFact field="ownWords" {...form} /> : null}
          {form.draft.ownWords === null ? null : <YesNoFact field="mayQuote" {...form} />}
        </>
      )
    case 'place':
      return (
        <>
          <MomentFact {...form} />
          <DeskFact {...form} />
          <SingleFact field="channel" {...part} />
          <SingleFact field="origin" {...part} />
        </>
      )
  }
}
