import { MoonIcon } from '@phosphor-icons/react/dist/csr/Moon'
import { SunIcon } from '@phosphor-icons/react/dist/csr/Sun'
import { useDarkTheme } from '../theme.ts'
import { Button } from '../ui/button.tsx'
import { useText } from '../use-text.ts'

export const ThemeSwitch = () => {
  const { t } = useText()
  const [isDark, chooseDark] = useDarkTheme()
  const Icon = isDark ? SunIcon : MoonIcon
  return (
    <Button
      look="bare"
      aria-label={t('theme.dark')}
      aria-pressed={isDark}
      onPress={() => chooseDark(!isDark)}
      icon={<Icon aria-hidden size={22} />}
    />
  )
}
