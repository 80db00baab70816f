/** Said of an error that neither LiveChat nor the way to it explains. */
export const ownFault =
  'This page met a fault of its own. Try again; if it repeats, tell its developer.'
