import { CalendarDate, parseDate } from '@internationalized/date'
import { DateField as AriaDateField, DateInput, DateSegment, Label } from 'react-aria-components/DateField'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import './field.css'
import './date-field.css'

interface DateFieldProps {
  readonly label: string
  /** YYYY-MM-DD; empty as long as there is none. */
  readonly date: string
  readonly onDate: (date: string) => void
}

const earliest = new CalendarDate(1990, 1, 1)
const latest = new CalendarDate(2100, 12, 31)

/** A calendar day, typed in the order of the reader's own language. An incomplete day changes nothing. */
export const DateField = ({ label, date, onDate }: DateFieldProps) => (
  <I18nProvider locale={screenLocale()}>
    <AriaDateField
      className="field"
      value={date ? parseDate(date) : null}
      minValue={earliest}
      maxValue={latest}
      onChange={(value) => value && value.compare(earliest) >= 0 && onDate(value.toString())}
      shouldForceLeadingZeros
    >
      <Label className="field-label">{label}</Label>
      <DateInput className="field-box date-input">
        {(segment) => <DateSegment segment={segment} className="date-segment" />}
      </DateInput>
    </AriaDateField>
  </I18nProvider>
)

/** That of the page, as people here write it: Flemish days have the order and the slashes of Belgium. */
const screenLocale = (): string =>
  document.documentElement.lang === 'en' ? 'en-GB' : `${document.documentElement.lang || 'nl'}-BE`
