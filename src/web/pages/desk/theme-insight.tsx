import { useQuery } from '@tanstack/react-query'
import { useText } from '../../use-text.ts'
import { insightQuery } from './desk-query.ts'
import { ThemeIcon } from './theme-icon.tsx'
import type { DeskChoices } from './use-desk-choices.ts'

/** What colleagues know about one theme. */
export const ThemeInsight = ({ theme, choices }: { theme: string; choices: DeskChoices }) => {
  const { t } = useText('desk')
  const { data, error } = useQuery(insightQuery(theme))
  const name = choices.themes.find(({ id }) => id === theme)?.label ?? ''
  return (
    <>
      <h2>
        <ThemeIcon theme={theme} />
        {name}
      </h2>
      {error ? <p className="visit-panel-empty">{t('panel.away')}</p> : null}
      {data ? (
        <>
          <h3>{t('panel.tips')}</h3>
          {data.tips.length === 0 ? <p className="visit-panel-empty">{t('panel.noTips')}</p> : null}
          <ul className="visit-tips">
            {data.tips.map((tip) => (
              <li key={tip} dir="auto">
                {tip}
              </li>
            ))}
          </ul>
          {data.actions.length > 0 ? (
            <>
              <h3>{t('panel.done')}</h3>
              <ul>
                {data.actions.map(({ code, requests }) => (
                  <li key={code}>
                    {t('panel.action', {
                      action: choices.nameOf('actions', code),
                      requests,
                      all: data.requests,
                    })}
                  </li>
                ))}
              </ul>
            </>
          ) : null}
          {data.noOffer > 0 ? <p>{t('panel.noOffer', { count: data.noOffer, all: data.requests })}</p> : null}
        </>
      ) : null}
    </>
  )
}
