import {
  Button as LiveChatButton,
  type ButtonProps as LiveChatButtonProps,
} from '@livechat/design-system-react-components'
import type { Ref } from 'react'
import { Spinner } from './spinner.tsx'

export interface ButtonProps extends Omit<LiveChatButtonProps, 'href' | 'loading'> {
  /** Whether its action is under way. LiveChat's own `loading` would disable the button and lose the focus. */
  busy?: boolean
  ref?: Ref<HTMLButtonElement & HTMLAnchorElement>
}

/** LiveChat's button; a busy one keeps the focus. */
export function Button({ busy = false, icon, ...props }: ButtonProps) {
  const shown = busy ? <Spinner /> : icon
  return <LiveChatButton {...props} aria-busy={busy} {...(shown && { icon: shown })} />
}
