/** The first with `light-dark()` and `:dir()`, which a build for older ones would write out at length, and wrongly. */
export const cssTarget = ['chrome123', 'firefox120', 'safari17.5']
