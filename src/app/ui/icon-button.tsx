import { Tooltip } from '@livechat/design-system-react-components'
import type { ReactElement } from 'react'
import { Button, type ButtonProps } from './button.tsx'

export interface IconButtonProps extends Omit<ButtonProps, 'children'> {
  /** Its name, shown as a tooltip on hover and focus. */
  label: string
  icon: ReactElement
}

/** A button with only an icon; its name is a tooltip. */
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
