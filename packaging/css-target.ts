/** The first browsers with `light-dark()` and `:dir()`; for older ones a build would replace these, and wrongly. */
export const cssTarget = ['chrome123', 'firefox120', 'safari17.5']
