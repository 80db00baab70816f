import { useInsertionEffect } from 'react'
import { mark, wearStyles } from '../brand/index.ts'

/** The mark of the button, in the current colour; decorative, so hidden from assistive technology. */
export function LiveChatMark({ className = '' }: { className?: string }) {
  useInsertionEffect(() => wearStyles(document), [])
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
