import { Button, type ButtonProps } from '@livechat/design-system-react-components'
import { type To, useHref, useLinkClickHandler } from 'react-router'

export interface ButtonLinkProps extends Omit<ButtonProps, 'href' | 'loading' | 'onClick'> {
  to: To
}

/** A link within the app that looks like LiveChat's button. */
export function ButtonLink({ to, ...props }: ButtonLinkProps) {
  const follow = useLinkClickHandler<HTMLButtonElement & HTMLAnchorElement>(to)
  return <Button {...props} className="scaled-button" href={useHref(to)} onClick={follow} />
}
