import type { CSSProperties } from 'react'

const rowHeightRem = 5.75

/** Gives a list's styles the height of its rows: all have the same, so that a list of any length scrolls evenly. */
export const rowHeightStyle = { '--row-height': `${rowHeightRem}rem` } as CSSProperties

/** The height of a row in pixels, as the agent's font size has it. */
export function rowHeightInPixels(): number {
  return rowHeightRem * Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
}
