import type { CardPicture } from '../../../domain/client/card-picture.ts'
import { useText } from '../../use-text.ts'
import { pictureIcons } from './picture-icon.ts'

/** What is drawn on the card: whoever does not read knows theirs by it. */
export const CardPictures = ({ pictures }: { pictures: readonly CardPicture[] }) => {
  const { t } = useText('card')
  return (
    <ul className="card-pictures" aria-label={t('pictures')}>
      {pictures.map((picture) => {
        const Icon = pictureIcons[picture]
        return (
          <li key={picture}>
            <Icon aria-hidden />
            <span>{t(`picture.${picture}`)}</span>
          </li>
        )
      })}
    </ul>
  )
}
