import { Tooltip } from '@livechat/design-system-react-components'
import type { ReactElement } from 'react'
import { Button, type ButtonProps } from './button.tsx'

export interface IconButtonProps extends Omit<ButtonProps, 'children'> {
  /** Its name, shown to whoever points at it or reaches it by keyboard. */
  label: string
  icon: ReactElement
}

/** A button that is only a drawing; its name comes up beside it. */
export function IconButton({ label, ...props }: IconButtonProps) {
  return (
    <Tooltip
      kind="invert"
      floatingStrategy="fixed"
      hoverOnDelay={400}
      triggerClassName="icon-button"
      triggerRenderer={<Button kind="plain" {...props} aria-label={label} />}
    >
      {label}
    </Tooltip>
  )
}
