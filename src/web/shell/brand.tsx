import { Link } from '@tanstack/react-router'
import mark from '../brugwijzer.svg'
import { paths } from '../paths.ts'
import { useText } from '../use-text.ts'
import './brand.css'

/** Whose counter this is: the product and the city. */
export const Brand = ({ city }: { city: string | undefined }) => {
  const { t } = useText()
  return (
    <Link to={paths.start} className="brand">
      <img src={mark} alt="" width="32" height="32" />
      <span>
        <span className="brand-name">{t('brand')}</span>
        {city ? <span className="brand-city">{city}</span> : null}
      </span>
    </Link>
  )
}
