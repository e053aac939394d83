import { useQuery } from '@tanstack/react-query'
import type { TrainingWish } from '../../../contract/coaching.ts'
import { mostWishCharacters } from '../../../domain/coaching/coaching-limit.ts'
import { FailureNotice } from '../../shell/failure-notice.tsx'
import { QueryError } from '../../shell/query-error.tsx'
import { Button } from '../../ui/button.tsx'
import { useText } from '../../use-text.ts'
import { addWish, dropWish, meetWish, useDoing, wishesQuery } from './coaching-query.ts'
import { TypedWords } from './typed-words.tsx'

/** What a guide would like to learn; for the coach, what the team would, and not who. */
export const WishList = ({ isCoach }: { isCoach: boolean }) => {
  const { t } = useText('coaching')
  const { data: wishes, error, refetch } = useQuery(wishesQuery)
  const { act, isBusy, failure } = useDoing()
  return (
    <section className="coaching-part" aria-labelledby="wishes">
      <h2 id="wishes">{isCoach ? t('wish.team') : t('wish.own')}</h2>
      {error && !wishes ? <QueryError error={error} onRetry={() => void refetch()} /> : null}
      {isCoach && wishes?.length === 0 ? <p>{t('wish.none')}</p> : null}
      <ul className="coaching-wishes">
        {wishes?.map((wish) => (
          <li key={wish.id}>
            <span className={wish.metAt ? 'coaching-met' : undefined}>
              {wish.metAt ? t('wish.metWish', { wish: wish.wish }) : wish.wish}
            </span>
            <Button
              look="bare"
              isPending={isBusy}
              onPress={() =>
                void act(
                  () => (isCoach ? meetWish(wish) : dropWish(wish)),
                  isCoach ? t('wish.noted') : t('wish.gone'),
                )
              }
            >
              {t(`wish.${actionOf(wish, isCoach)}`)}
            </Button>
          </li>
        ))}
      </ul>
      {isCoach ? null : (
        <TypedWords
          label={t('wish.label')}
          hint={t('wish.hint')}
          most={mostWishCharacters}
          isNeeded
          isBusy={isBusy}
          button={t('wish.add')}
          onSend={(text, done) => void act(() => addWish(text), t('wish.kept'), done)}
        />
      )}
      <FailureNotice failure={failure} />
    </section>
  )
}

const actionOf = ({ metAt }: TrainingWish, isCoach: boolean) => {
  if (!isCoach) return 'drop'
  return metAt ? 'unmeet' : 'meet'
}
