import { adoptStyles, mark } from '../brand/index.ts'

/** Styles the mark where it is: in a page, a shadow root, or the document that a portal leads to. */
function adoptStylesAround(mark: SVGSVGElement | null): void {
  if (mark) adoptStyles(mark)
}

/**
 * The mark on the button, in the current text colour. Decorative, so hidden from assistive technology.
 *
 * @param props.className Further CSS classes.
 */
export function LiveChatMark({ className = '' }: { className?: string }) {
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
