import { adoptStyles, mark } from '../brand/index.ts'

/** Styles the mark where it is: in a page, a shadow root, or the document that a portal leads to. */
function adoptStylesAround(mark: SVGSVGElement | null): void {
  if (mark) adoptStyles(mark)
}

/** Props of {@link LiveChatMark}. */
export interface LiveChatMarkProps {
  /** Further CSS classes. */
  className?: string
}

/** The mark on the button, in the current text color. Decorative, so hidden from assistive technology. */
export function LiveChatMark({ className = '' }: LiveChatMarkProps) {
  return (
    <svg
      ref={adoptStylesAround}
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
