import {
  Button as LiveChatButton,
  type ButtonProps as LiveChatButtonProps,
} from '@livechat/design-system-react-components'
import type { Ref } from 'react'
import { Spinner } from './spinner.tsx'

export interface ButtonProps extends Omit<LiveChatButtonProps, 'href' | 'loading'> {
  /** What it began is not done. LiveChat's own `loading` would disable it, and the focus would be lost. */
  busy?: boolean
  ref?: Ref<HTMLButtonElement & HTMLAnchorElement>
}

/** LiveChat's button; a busy one keeps the focus. */
export function Button({ busy = false, icon, ...props }: ButtonProps) {
  const shown = busy ? <Spinner /> : icon
  return <LiveChatButton {...props} aria-busy={busy} {...(shown && { icon: shown })} />
}
