/**
 * Returns whether a key belongs to a word that is being composed, in Japanese for instance: Enter accepts the word and
 * Escape rejects it.
 *
 * Safari ends the composition before it reports the key; then only 229 tells, the key code of input methods.
 */
export function isComposing({ isComposing, keyCode }: KeyboardEvent): boolean {
  return isComposing || keyCode === 229
}
