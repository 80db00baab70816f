/**
 * The mark on the button, a speech bubble with an arrow: path data, from which React and the custom element build the
 * same SVG without markup strings, which Trusted Types refuse.
 */
export const mark = {
  viewBox: '0 0 24 24',
  /** Filled with the current colour. */
  bubble:
    'M6 2.5h12A3.5 3.5 0 0 1 21.5 6v8a3.5 3.5 0 0 1-3.5 3.5h-4.6l-4.7 3.8c-.5.4-1.2 0-1.2-.6v-3.2H6A3.5 3.5 0 0 1 2.5 14V6A3.5 3.5 0 0 1 6 2.5Z',
  /** A line on the bubble, in the colour behind it. */
  arrow: 'M7.8 10h7.7m-3.1-3.2L15.6 10l-3.2 3.2',
} as const
