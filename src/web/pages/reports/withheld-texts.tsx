import { useQuery } from '@tanstack/react-query'
import type { PublishedAudience } from '../../../domain/report/report-format.ts'
import { languageName } from '../../../text/format.ts'
import { Notice } from '../../ui/notice.tsx'
import { useText } from '../../use-text.ts'
import { previewQuery } from './publication-query.ts'

interface WithheldTextsProps {
  readonly id: string
  readonly audience: PublishedAudience
}

/** Which texts stay out of what an audience reads, with the sentence that tells too much. */
export const WithheldTexts = ({ id, audience }: WithheldTextsProps) => {
  const { t, language } = useText('publication')
  const { data } = useQuery(previewQuery({ id, audience, language }))
  if (!data || data.withheld.length === 0) return null
  return (
    <Notice kind="signal" word={t('withheld')}>
      <ul>
        {data.withheld.map((text) => (
          <li key={`${text.language} ${text.passage}`}>
            {t('withheldText', { ...text, language: languageName(language, text.language) })}
          </li>
        ))}
      </ul>
      <p>{t('withheldWay')}</p>
    </Notice>
  )
}
