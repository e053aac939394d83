import { CalendarDate, parseDate } from '@internationalized/date'
import { DateField as AriaDateField, DateInput, DateSegment, Label } from 'react-aria-components/DateField'
import './field.css'
import './date-field.css'

interface DateFieldProps {
  readonly label: string
  /** YYYY-MM-DD. */
  readonly date: string
  readonly onDate: (date: string) => void
}

const earliest = new CalendarDate(1990, 1, 1)
const latest = new CalendarDate(2100, 12, 31)

/** A calendar day, typed in the order of the reader's own language. An incomplete day changes nothing. */
export const DateField = ({ label, date, onDate }: DateFieldProps) => (
  <AriaDateField
    className="field"
    value={parseDate(date)}
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
)
