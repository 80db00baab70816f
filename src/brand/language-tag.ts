/** Reduces what a page or a browser calls its language to a tag: `de_AT.UTF-8@euro` to `de-AT`; unchecked. */
export function languageTag(language: string): string {
  return language
    .trim()
    .replace(/[.@].*/, '')
    .replaceAll('_', '-')
}
