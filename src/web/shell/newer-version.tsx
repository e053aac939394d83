import { reloadWhenFree, useAppVersion } from '../app-version.ts'
import { Button } from '../ui/button.tsx'
import { useText } from '../use-text.ts'
import './newer-version.css'

/** A newer version is there; it waits for whoever has a form open. */
export const NewerVersion = () => {
  const { t } = useText()
  const version = useAppVersion()
  return (
    <div role="status">
      {version === 'current' ? null : (
        <div className="newer-version">
          <p>{t(`version.${version}`)}</p>
          {version === 'waiting' ? <Button onPress={reloadWhenFree}>{t('version.reload')}</Button> : null}
        </div>
      )}
    </div>
  )
}
