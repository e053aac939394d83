import { type RequestField, saidFields } from '../../../domain/request/request-field.ts'
import { factsOf, type RequestRecord } from '../../../domain/request/request-record.ts'
import { formatShortDate } from '../../../text/format.ts'
import { useText } from '../../use-text.ts'
import { factGroups } from './fact-group.ts'
import { useFactWords } from './use-fact-words.ts'

/** Everything that was registered, as it stands now. */
export const RequestFactsView = ({ record }: { record: RequestRecord }) => {
  const { t } = useText('request')
  const { words } = useFactWords([record.desk])
  const facts = factsOf(record)
  const isShown = (field: RequestField) =>
    record.maySeeSensitive || !saidFields.some((said) => said === field)
  return (
    <div className="request-groups">
      {factGroups.map(({ group, fields }) => (
        <section key={group} className="request-group" aria-labelledby={`request-${group}`}>
          <h2 id={`request-${group}`}>{t(`group.${group}`)}</h2>
          <dl className="request-facts">
            {fields.filter(isShown).map((field) => (
              <Fact key={field} label={t(`field.${field}`)} words={words(field, facts[field])} />
            ))}
            {group === 'place' ? <Origin record={record} /> : null}
          </dl>
        </section>
      ))}
    </div>
  )
}

const Origin = ({ record }: { record: RequestRecord }) => {
  const { guide, caretaker, organization, imported, recorded } = record
  const { t, language } = useText('request')
  const moment = { date: formatShortDate(language, recorded.on), time: recorded.time }
  return (
    <>
      <Fact label={t('field.guide')} words={[guide.name]} />
      {caretaker ? <Fact label={t('field.caretaker')} words={[caretaker.name]} /> : null}
      <Fact label={t('field.organization')} words={[organization.name]} />
      <Fact label={imported ? t('importedOn') : t('recordedOn')} words={[t('moment', moment)]} />
      {imported?.fileName ? <Fact label={t('file')} words={[imported.fileName]} /> : null}
      {imported?.row ? <Fact label={t('row')} words={[String(imported.row)]} /> : null}
    </>
  )
}

const Fact = ({ label, words }: { label: string; words: readonly string[] }) => {
  const { t } = useText('request')
  return (
    <div className="request-fact">
      <dt>{label}</dt>
      {words.length === 0 ? <dd className="request-none">{t('none')}</dd> : null}
      {words.map((word) => (
        <dd key={word}>{word}</dd>
      ))}
    </div>
  )
}
