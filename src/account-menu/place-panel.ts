export interface Size {
  width: number
  height: number
}

/** A box in the window, as `getBoundingClientRect()` has it. */
export interface Box extends Size {
  left: number
  top: number
}

/** Distances of the panel, in CSS pixels: from its button, and from the edges of the window. */
const gap = 6
const margin = 8

/**
 * Places a panel beside its button: below where there is room, else above; from the button's start edge, as far as it
 * stays in the window.
 *
 * @param isRightToLeft The start edge is the right one.
 * @returns Its left and top, in CSS pixels, from those of the button.
 */
export function placePanel(
  button: Box,
  panel: Size,
  window: Size,
  isRightToLeft: boolean,
): { left: number; top: number } {
  const below = window.height - button.top - button.height
  const fitsBelow = below >= panel.height + gap + margin
  const top = fitsBelow || below >= button.top ? button.height + gap : -panel.height - gap
  const wanted = button.left + (isRightToLeft ? button.width - panel.width : 0)
  const last = window.width - panel.width - margin
  const left = Math.max(margin, Math.min(wanted, last))
  return { left: left - button.left, top }
}
