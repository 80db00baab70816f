const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** One or two letters that stand for a name; for an e-mail address, of its local part. */
export function initials(name: string): string {
  const local = name.slice(0, 80).split('@')[0] ?? ''
  const words = local
    .split(/[\s._-]+/)
    .filter((word) => /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(word))
  const [first, last] = [words[0], words.length > 1 ? words.at(-1) : undefined]
  return [first, last].map(firstGrapheme).join('').toUpperCase()
}

function firstGrapheme(word: string | undefined): string {
  const clean = word?.replace(/^[^\p{L}\p{N}\p{Extended_Pictographic}]+/u, '') ?? ''
  for (const { segment } of graphemes.segment(clean)) return segment
  return ''
}

/** A number from 0 up to `count` that is always the same for the same id. */
export function steadyNumber(id: string, count: number): number {
  let sum = 0
  for (let index = 0; index < Math.min(id.length, 200); index += 1) {
    sum = (sum * 31 + id.charCodeAt(index)) >>> 0
  }
  return sum % count
}
