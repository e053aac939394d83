import { useQuery } from '@tanstack/react-query'
import { formatNumber } from '../../../text/format.ts'
import type { RequestSearch } from '../../search.ts'
import { useText } from '../../use-text.ts'
import { PaperPart } from './paper-part.tsx'
import { requestCountQuery } from './request-list.ts'

interface RequestTotalProps {
  readonly filter: RequestSearch
  /** Undefined while the rows on the screen are those of another filter. */
  readonly loaded: number | undefined
}

/** How many there are and how many are on the screen. It comes when it is counted; the rows do not wait for it. */
export const RequestTotal = ({ filter, loaded }: RequestTotalProps) => {
  const { t, language } = useText('requests')
  const { data } = useQuery(requestCountQuery(filter))
  const total = data && formatNumber(language, data.requests)
  return (
    <div className="request-total" role="status">
      {data && total ? (
        <>
          <h2>{t('total', { count: data.requests, shown: total })}</h2>
          {loaded === undefined ? null : (
            <p className="no-print">
              {loaded >= data.requests
                ? t('shownAll')
                : t('shown', { shown: formatNumber(language, loaded), total })}
            </p>
          )}
          {loaded !== undefined && loaded < data.requests ? (
            <p className="only-print">
              <PaperPart shown={loaded} total={data.requests} />
            </p>
          ) : null}
        </>
      ) : null}
    </div>
  )
}
