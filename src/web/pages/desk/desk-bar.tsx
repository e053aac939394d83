import { EyeSlashIcon } from '@phosphor-icons/react/dist/csr/EyeSlash'
import { Button } from '../../ui/button.tsx'
import { FormBar } from '../../ui/form-bar.tsx'
import { useText } from '../../use-text.ts'
import { panelId } from './desk-panel.tsx'
import { SaveState } from './save-state.tsx'
import type { Register } from './use-register.ts'
import type { SignIn } from './use-sign-in.tsx'
import type { VisitDraft } from './visit-draft.ts'
import { countNotAsked } from './visit-missing.ts'

interface DeskBarProps {
  readonly draft: VisitDraft
  readonly register: Register
  readonly signIn: SignIn
  readonly isHidden: boolean
  readonly onAnother: () => void
  readonly onLater: () => void
  readonly onHide: () => void
}

/** Always in sight below the form. What nobody asked is said, and stops nobody. */
export const DeskBar = ({ draft, register, signIn, isHidden, onAnother, onLater, onHide }: DeskBarProps) => {
  const { t } = useText('desk')
  const count = countNotAsked(draft)
  return (
    <FormBar>
      <div className="visit-state">
        <p>{count > 0 ? t('notAsked', { count }) : t('allAsked')}</p>
        <SaveState register={register} signIn={signIn} />
      </div>
      <div className="visit-ways">
        <Button
          look="bare"
          icon={<EyeSlashIcon aria-hidden />}
          aria-keyshortcuts="F2"
          aria-pressed={isHidden}
          onPress={onHide}
        >
          {isHidden ? t('show') : t('hide')}
        </Button>
        {isHidden ? null : (
          <span className="visit-panel-open">
            <Button look="bare" popoverTarget={panelId}>
              {t('panel.open')}
            </Button>
          </span>
        )}
        <Button onPress={onLater}>{t('later')}</Button>
        <Button onPress={onAnother}>{t('another')}</Button>
      </div>
      <Button look="primary" type="submit" aria-keyshortcuts="Control+Enter">
        {t('save')}
      </Button>
    </FormBar>
  )
}
