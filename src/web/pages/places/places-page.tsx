import { PrinterIcon } from '@phosphor-icons/react/dist/csr/Printer'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Suspense, useState } from 'react'
import { type LocalDate, type Month, monthOf } from '../../../domain/local-date.ts'
import { later } from '../../lazy-part.tsx'
import { Page } from '../../page.tsx'
import { paths } from '../../paths.ts'
import type { PlacePart } from '../../search.ts'
import { sessionQuery } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { LoadingState } from '../../ui/state.tsx'
import { useText } from '../../use-text.ts'
import { useToday } from '../../use-today.ts'
import { MonthCalendar } from './month-calendar.tsx'
import { monthDays } from './month-grid.ts'
import { MonthHeader } from './month-header.tsx'
import { PartLinks } from './part-links.tsx'
import type { PlaceTask } from './place-task.ts'
import { desksQuery } from './places-query.ts'
import './places-page.css'
import './month.css'

const PlaceWork = later(() => import('./place-work.tsx').then((module) => ({ default: module.PlaceWork })))

export const PlacesPage = () => {
  const { t } = useText('places')
  const { data: session } = useQuery(sessionQuery)
  const today = useToday()
  const { month = monthOf(today), part } = useSearch({ from: '/signed-in/manage/places' })
  if (session?.rights.includes('calendar.change')) return <Places month={month} today={today} part={part} />
  return (
    <Page title={t('title')}>
      <Notice kind="info" word={t('forbidden.word')}>
        <p>{t('forbidden.manage')}</p>
      </Notice>
    </Page>
  )
}

const Places = ({ month, today, part }: { month: Month; today: LocalDate; part: PlacePart | undefined }) => {
  const { t } = useText('places')
  const [task, setTask] = useState<PlaceTask>()
  const { data } = useQuery(desksQuery)
  const navigate = useNavigate()
  const show = (next: Month) =>
    void navigate({ to: paths.places, search: { month: next, part }, resetScroll: false, replace: true })
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
      <PartLinks month={month} part={part} />
      {part ? null : (
        <section className="place-section">
          <MonthHeader month={month} today={today} onMonth={show} />
          <MonthCalendar
            month={month}
            today={today}
            desks={data?.items ?? []}
            onMonth={show}
            onDay={(day) => setTask({ kind: 'day', date: day })}
          />
          <p className="month-keys no-print">{t('calendar.keys')}</p>
        </section>
      )}
      {part || task ? (
        <Suspense fallback={part ? <LoadingState sentence={t('state.loading')} /> : null}>
          <PlaceWork
            part={part}
            task={task}
            month={month}
            today={today}
            onMonth={show}
            onTask={setTask}
            onClose={() => setTask(undefined)}
          />
        </Suspense>
      ) : null}
    </Page>
  )
}
