/** Reduces what a page or a browser calls its language to a tag: `de_AT.UTF-8@euro` to `de-AT`; unchecked. */
export function languageTag(language: string): string {
  return language
    .trim()
    .replace(/[.@].*/, '')
    .replaceAll('_', '-')
}

/** Finds what `Intl` takes for a language that a page names: English for what is no tag. */
export function localeOf(language: string): string {
  const tag = languageTag(language)
  try {
    Intl.getCanonicalLocales(tag)
    return tag
  } catch {
    return 'en'
  }
}
