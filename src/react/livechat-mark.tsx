import { useInsertionEffect } from 'react'
import { adoptStyles, mark } from '../brand/index.ts'

/**
 * The mark on the button, in the current text colour. Decorative, so hidden from assistive technology.
 *
 * @param props.className Further CSS classes.
 */
export function LiveChatMark({ className = '' }: { className?: string }) {
  useInsertionEffect(() => adoptStyles(document), [])
  return (
    <svg
      className={`sign-in-mark ${className}`}
      viewBox={mark.viewBox}
      aria-hidden="true"
      focusable="false"
    >
      <path className="sign-in-mark-bubble" d={mark.bubble} />
      <path className="sign-in-mark-arrow" d={mark.arrow} />
    </svg>
  )
}
