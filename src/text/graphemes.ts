/** What a reader takes for one character is a grapheme: a letter with its marks, a flag, an emoji with its skin tone. */
let segmenter: Intl.Segmenter | undefined

/** Undefined in browsers before 2024 that lack it; code points have to do there. */
function getSegmenter(): Intl.Segmenter | undefined {
  if ('Segmenter' in Intl) segmenter ??= new Intl.Segmenter('en')
  return segmenter
}

/** Returns the first grapheme; empty for an empty text. */
export function firstGrapheme(text: string): string {
  for (const { segment } of getSegmenter()?.segment(text) ?? []) return segment
  for (const codePoint of text) return codePoint
  return ''
}

/** Puts the first letter in upper case, as far as it stays one letter: `ß` would become two. */
export function capitalize(text: string): string {
  const letter = firstGrapheme(text)
  const upper = letter.toUpperCase()
  return upper.length > letter.length ? text : upper + text.slice(letter.length)
}

/** Longest grapheme that is kept whole, in UTF-16 units; marks can be piled up without end. */
const longestGrapheme = 64

/**
 * Returns the beginning of a text that ends between graphemes.
 *
 * @param limit Most UTF-16 units to return.
 */
export function takeGraphemes(text: string, limit: number): string {
  if (text.length <= limit) return text
  // One more character, of two units at most, tells whether a grapheme goes on there.
  const segments = getSegmenter()?.segment(text.slice(0, limit + 2))
  const end = segments?.containing(limit)?.index ?? limit
  if (end > 0 && limit - end < longestGrapheme) return withoutHalf(text.slice(0, end))
  return withoutHalf(text.slice(0, limit))
}

/** A cut between the two units of a code point would show a broken character. */
function withoutHalf(text: string): string {
  return text.replace(/[\ud800-\udbff]$/, '')
}
