import {
  Button as LiveChatButton,
  type ButtonProps as LiveChatButtonProps,
} from '@livechat/design-system-react-components'
import type { MouseEvent, Ref } from 'react'
import { Spinner } from './spinner.tsx'

export interface ButtonProps extends Omit<LiveChatButtonProps, 'href' | 'loading'> {
  /** Whether its action is under way. LiveChat's own `loading` would disable the button and lose the focus. */
  busy?: boolean
  ref?: Ref<HTMLButtonElement & HTMLAnchorElement>
}

/** LiveChat's button. A busy or disabled one keeps the focus, which the attribute `disabled` would take from it. */
export function Button({
  busy = false,
  disabled = false,
  className = '',
  icon,
  onClick,
  ...props
}: ButtonProps) {
  const shown = busy ? <Spinner /> : icon
  const click = disabled ? refuse : onClick
  return (
    <LiveChatButton
      {...props}
      className={`scaled-button ${className}`}
      data-size={props.size}
      aria-busy={busy}
      {...(disabled && { 'aria-disabled': true })}
      {...(click && { onClick: click })}
      {...(shown && { icon: shown })}
    />
  )
}

/** A click would submit the form around the button, too. */
function refuse(event: MouseEvent): void {
  event.preventDefault()
}
