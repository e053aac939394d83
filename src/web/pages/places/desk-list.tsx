import { ArrowDownIcon } from '@phosphor-icons/react/dist/csr/ArrowDown'
import { ArrowUpIcon } from '@phosphor-icons/react/dist/csr/ArrowUp'
import { PlusIcon } from '@phosphor-icons/react/dist/csr/Plus'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Desk } from '../../../contract/desk.ts'
import type { LocalDate } from '../../../domain/local-date.ts'
import { formatDate } from '../../../text/format.ts'
import { QueryError } from '../../shell/query-error.tsx'
import { Button } from '../../ui/button.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { LoadingState } from '../../ui/state.tsx'
import { useText } from '../../use-text.ts'
import { moved, useDeskOrder } from './desk-order.ts'
import { DeskWeeks } from './desk-weeks.tsx'
import type { OnTask } from './place-task.ts'
import { desksQuery } from './places-query.ts'

interface DeskListProps {
  readonly today: LocalDate
  readonly onTask: OnTask
}

/** The desks in their order with their hours; those that are no longer there apart. */
export const DeskList = ({ today, onTask }: DeskListProps) => {
  const { t, language } = useText('places')
  const { data, error, refetch } = useQuery(desksQuery)
  if (error) return <QueryError error={error} onRetry={() => void refetch()} />
  if (!data) return <LoadingState sentence={t('state.loading')} />
  const inUse = data.items.filter(({ lastDay }) => lastDay === null)
  const retired = data.items.filter(({ lastDay }) => lastDay !== null)
  const organizationOf = ({ organizationId }: Desk) =>
    data.organizations.find(({ id }) => id === organizationId)?.name
  return (
    <section className="place-section" aria-labelledby="desks">
      <header className="place-heading">
        <h2 id="desks">{t('desk.heading')}</h2>
        <Button icon={<PlusIcon aria-hidden size={20} />} onPress={() => onTask({ kind: 'addDesk' })}>
          {t('desk.add')}
        </Button>
      </header>
      {inUse.length === 0 ? <p>{t('desk.none')}</p> : null}
      <ul className="desk-list">
        {inUse.map((desk) => (
          <li key={desk.id} className="desk">
            <div className="desk-name">
              <h3>{desk.name}</h3>
              <p>{organizationOf(desk)}</p>
            </div>
            <DeskWeeks desk={desk} today={today} />
            <div className="place-actions">
              <OrderButtons desk={desk} inUse={inUse} all={data.items} />
              <Button onPress={() => onTask({ kind: 'editDesk', desk })}>{t('desk.edit')}</Button>
              <Button onPress={() => onTask({ kind: 'retireDesk', desk })}>{t('desk.retire')}</Button>
            </div>
          </li>
        ))}
      </ul>
      {retired.length > 0 ? (
        <Disclosure label={t('desk.retired', { number: retired.length })}>
          {retired.map((desk) => (
            <div key={desk.id} className="place-line">
              <p>
                <strong>{desk.name}</strong>
                <br />
                {t('desk.lastDayWas', { date: desk.lastDay ? formatDate(language, desk.lastDay) : '' })}
              </p>
              <Button onPress={() => onTask({ kind: 'reinstateDesk', desk })}>{t('desk.reinstate')}</Button>
            </div>
          ))}
        </Disclosure>
      ) : null}
    </section>
  )
}

interface OrderButtonsProps {
  readonly desk: Desk
  readonly inUse: readonly Desk[]
  readonly all: readonly Desk[]
}

const OrderButtons = ({ desk, inUse, all }: OrderButtonsProps) => {
  const { t } = useText('places')
  const { order, isBusy } = useDeskOrder()
  const place = inUse.indexOf(desk)
  const step = (label: 'desk.up' | 'desk.down', by: number, icon: ReactNode) => {
    const other = inUse[place + by]
    return (
      <Button
        aria-label={t(label, { desk: desk.name })}
        isDisabled={isBusy || !other}
        icon={icon}
        onPress={() => other && void order(moved(all, desk, other))}
      />
    )
  }
  if (inUse.length < 2) return null
  return (
    <>
      {step('desk.up', -1, <ArrowUpIcon aria-hidden size={20} />)}
      {step('desk.down', 1, <ArrowDownIcon aria-hidden size={20} />)}
    </>
  )
}
