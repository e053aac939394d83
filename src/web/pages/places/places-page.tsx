import { PrinterIcon } from '@phosphor-icons/react/dist/csr/Printer'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { type LocalDate, type Month, monthOf } from '../../../domain/local-date.ts'
import { Page } from '../../page.tsx'
import { paths } from '../../paths.ts'
import { sessionQuery } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useText } from '../../use-text.ts'
import { today as askToday } from '../period/default-period.ts'
import { DeskList } from './desk-list.tsx'
import { HolidayList } from './holiday-list.tsx'
import { MonthCalendar } from './month-calendar.tsx'
import { monthDays } from './month-grid.ts'
import { MonthHeader } from './month-header.tsx'
import type { PlaceTask } from './place-task.ts'
import { desksQuery } from './places-query.ts'
import { YearList } from './year-list.tsx'
import './places-page.css'
import './month.css'

// Forms travel when somebody opens one: the calendar itself needs none.
const PlaceDialog = lazy(() =>
  import('./place-dialog.tsx').then((module) => ({ default: module.PlaceDialog })),
)

export const PlacesPage = () => {
  const { t } = useText('places')
  const { data: session } = useQuery(sessionQuery)
  const today = askToday()
  const { month = monthOf(today) } = useSearch({ from: '/signed-in/manage/places' })
  if (session?.rights.includes('calendar.change')) return <Places month={month} today={today} />
  return (
    <Page title={t('title')}>
      <Notice kind="info" word={t('forbidden.word')}>
        <p>{t('forbidden.manage')}</p>
      </Notice>
    </Page>
  )
}

const Places = ({ month, today }: { month: Month; today: LocalDate }) => {
  const { t } = useText('places')
  const [task, setTask] = useState<PlaceTask>()
  const { data } = useQuery(desksQuery)
  const navigate = useNavigate()
  const show = (next: Month) =>
    void navigate({ to: paths.places, search: { month: next }, resetScroll: false, replace: true })
  const desks = data?.items ?? []
  const date = monthOf(today) === month ? today : monthDays(month).from
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          <Button icon={<PrinterIcon aria-hidden size={20} />} onPress={() => window.print()}>
            {t('print')}
          </Button>
          <Button onPress={() => setTask({ kind: 'addEvent', date })}>{t('event.add')}</Button>
          <Button look="primary" onPress={() => setTask({ kind: 'addClosure', date })}>
            {t('closure.add')}
          </Button>
        </>
      }
    >
      <section className="place-section">
        <MonthHeader month={month} today={today} onMonth={show} />
        <MonthCalendar
          month={month}
          today={today}
          desks={desks}
          onMonth={show}
          onDay={(day) => setTask({ kind: 'day', date: day })}
        />
        <p className="month-keys no-print">{t('calendar.keys')}</p>
      </section>
      <DeskList today={today} onTask={setTask} />
      <YearList month={month} desks={desks} onTask={setTask} />
      <HolidayList month={month} onTask={setTask} />
      {task && data ? (
        <Suspense>
          <PlaceDialog
            key={JSON.stringify(task)}
            task={task}
            desks={desks}
            organizations={data.organizations}
            today={today}
            onTask={setTask}
            onClose={() => setTask(undefined)}
          />
        </Suspense>
      ) : null}
    </Page>
  )
}
