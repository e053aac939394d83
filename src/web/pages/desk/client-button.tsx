import { lazy, Suspense, useState } from 'react'
import { openCatalogue } from '../../language.ts'
import { Button } from '../../ui/button.tsx'
import { useText } from '../../use-text.ts'
import type { ClientScreenProps } from '../client/client-screen.tsx'

const ClientScreen = lazy(async () => {
  const [screen] = await Promise.all([import('../client/client-screen.tsx'), openCatalogue('client')])
  return { default: screen.ClientScreen }
})

/** Opens what whoever sits at the desk may read; the form waits behind it. */
export const ClientButton = (shown: Omit<ClientScreenProps, 'onClose'>) => {
  const { t } = useText('desk')
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button onPress={() => setOpen(true)}>
        {shown.shows === 'first' ? t('firstWords') : t('showClient')}
      </Button>
      {isOpen ? (
        <Suspense>
          <ClientScreen {...shown} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  )
}
