import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button'
import './button.css'

interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children'> {
  readonly look?: 'primary' | 'plain' | 'bare'
  readonly icon?: ReactNode
  readonly children?: ReactNode
}

export const Button = ({ look = 'plain', icon, children, ...rest }: ButtonProps) => (
  <AriaButton {...rest} className={`button button-${look}`}>
    {icon}
    {children}
  </AriaButton>
)

/** A file that the browser saves or opens: an address, so a link, that looks like the buttons beside it. */
export const DownloadLink = ({
  href,
  icon,
  children,
}: {
  href: string
  icon: ReactNode
  children: ReactNode
}) => (
  <a href={href} download className="button button-primary">
    {icon}
    {children}
  </a>
)
