import { useText } from '../../use-text.ts'
import { ThemeInsight } from './theme-insight.tsx'
import type { DeskChoices } from './use-desk-choices.ts'

interface DeskPanelProps {
  readonly theme: string | null
  readonly choices: DeskChoices
}

/** What the guide gets back while noting: what colleagues know about this theme. */
export const DeskPanel = ({ theme, choices }: DeskPanelProps) => {
  const { t } = useText('desk')
  return (
    <aside className="visit-panel" aria-label={t('panel.name')}>
      {theme === null ? (
        <p className="visit-panel-empty">{t('panel.empty')}</p>
      ) : (
        <ThemeInsight key={theme} theme={theme} choices={choices} />
      )}
    </aside>
  )
}
