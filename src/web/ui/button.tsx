import type { ComponentProps, ReactNode } from 'react'
import './button.css'

interface ButtonProps extends Omit<ComponentProps<'button'>, 'className' | 'disabled' | 'onClick'> {
  readonly look?: 'primary' | 'plain' | 'bare'
  readonly icon?: ReactNode
  readonly onPress?: (() => void) | undefined
  readonly isDisabled?: boolean | undefined
  /** It is being done: a second press does nothing, and the keyboard stays where it is. */
  readonly isPending?: boolean | undefined
}

export const Button = ({
  look = 'plain',
  icon,
  onPress,
  isDisabled,
  isPending,
  children,
  ...rest
}: ButtonProps) => (
  <button
    type="button"
    {...rest}
    className={`button button-${look}`}
    disabled={isDisabled}
    aria-disabled={isPending || undefined}
    onClick={(event) => {
      if (isPending) event.preventDefault()
      else onPress?.()
    }}
  >
    {icon}
    {children}
  </button>
)
