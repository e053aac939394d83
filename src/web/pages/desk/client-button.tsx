import { useState } from 'react'
import { lazyPart } from '../../lazy-part.tsx'
import { Button } from '../../ui/button.tsx'
import { useText } from '../../use-text.ts'
import type { ClientScreenProps } from '../client/client-screen.tsx'

const ClientScreen = lazyPart(
  async () => (await import('../client/client-screen.tsx')).ClientScreen,
  'client',
)

/** Opens what whoever sits at the desk may read; the form waits behind it. */
export const ClientButton = (shown: Omit<ClientScreenProps, 'onClose'>) => {
  const { t } = useText('desk')
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button onPress={() => setOpen(true)}>
        {shown.shows === 'first' ? t('firstWords') : t('showClient')}
      </Button>
      {isOpen ? <ClientScreen {...shown} onClose={() => setOpen(false)} /> : null}
    </>
  )
}
