import { MagnifyingGlassMinusIcon } from '@phosphor-icons/react/dist/csr/MagnifyingGlassMinus'
import { MagnifyingGlassPlusIcon } from '@phosphor-icons/react/dist/csr/MagnifyingGlassPlus'
import { Button } from '../../ui/button.tsx'
import { useText } from '../../use-text.ts'

/** In percent of the width that there is. */
const steps = [50, 75, 100, 150] as const
export type Zoom = (typeof steps)[number]

interface ZoomButtonsProps {
  readonly zoom: Zoom
  readonly onZoom: (zoom: Zoom) => void
}

export const ZoomButtons = ({ zoom, onZoom }: ZoomButtonsProps) => {
  const { t } = useText('making')
  const at = steps.indexOf(zoom)
  const [smaller, larger] = [steps[at - 1], steps[at + 1]]
  return (
    <div className="zoom">
      <Button
        look="bare"
        aria-label={t('zoomOut')}
        isDisabled={smaller === undefined}
        onPress={() => smaller && onZoom(smaller)}
        icon={<MagnifyingGlassMinusIcon aria-hidden size={20} />}
      />
      <output>{t('zoom', { percent: zoom })}</output>
      <Button
        look="bare"
        aria-label={t('zoomIn')}
        isDisabled={larger === undefined}
        onPress={() => larger && onZoom(larger)}
        icon={<MagnifyingGlassPlusIcon aria-hidden size={20} />}
      />
    </div>
  )
}
