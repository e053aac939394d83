import { useEffect } from 'react'
import { lazyPart } from '../../lazy-part.tsx'
import { useText } from '../../use-text.ts'
import { ClientButton } from './client-button.tsx'
import type { DeskChoices } from './use-desk-choices.ts'
import type { VisitDraft } from './visit-draft.ts'

/** What the form shows once something is begun. */
export const openBegun = () => import('./begun-parts.ts')
// Nothing of it is read before a theme is chosen.
const ThemeInsight = lazyPart(async () => (await openBegun()).ThemeInsight)

interface DeskPanelProps {
  readonly draft: VisitDraft
  /** Nothing is begun. */
  readonly isFree: boolean
  readonly choices: DeskChoices
}

/** For whoever opens it where it has no room beside the form. */
export const panelId = 'desk-panel'

/** What the guide gets back while noting: what colleagues know about this theme. */
export const DeskPanel = ({ draft, isFree, choices }: DeskPanelProps) => {
  const { t } = useText('desk')
  const { theme } = draft.question
  useEffect(() => {
    // because: a part that does not come says so where it is shown
    if (!isFree) void openBegun().catch(() => undefined)
  }, [isFree])
  const client = {
    ...{ theme, deskId: draft.deskId, contactLanguage: draft.person.contactLanguage },
    themeName: choices.themes.find(({ id }) => id === theme)?.label ?? '',
  }
  return (
    <aside id={panelId} popover="auto" className="visit-panel" aria-label={t('panel.name')}>
      <div className="visit-client">
        <ClientButton shows="first" {...client} />
        <ClientButton shows="theme" {...client} />
      </div>
      {theme === null ? (
        <p className="visit-panel-empty">{t('panel.empty')}</p>
      ) : (
        <ThemeInsight key={theme} theme={theme} choices={choices} />
      )}
    </aside>
  )
}
