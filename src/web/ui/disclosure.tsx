import { CaretRightIcon } from '@phosphor-icons/react/dist/csr/CaretRight'
import type { ReactNode } from 'react'
import { Disclosure as AriaDisclosure, Button, DisclosurePanel } from 'react-aria-components/Disclosure'
import './disclosure.css'

/** More of the same, one press away. Paper has no button, so there it is always open. */
export const Disclosure = ({ label, children }: { label: string; children: ReactNode }) => (
  <AriaDisclosure className="disclosure">
    <Button slot="trigger" className="disclosure-button">
      <CaretRightIcon aria-hidden className="disclosure-caret" />
      {label}
    </Button>
    <DisclosurePanel className="disclosure-panel">{children}</DisclosurePanel>
  </AriaDisclosure>
)
