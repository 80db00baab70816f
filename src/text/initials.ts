import { capitalize, firstGrapheme, takeGraphemes } from './graphemes.ts'

/** One or two letters that stand for a name; for an e-mail address, of its local part. */
export function initials(name: string): string {
  const local = takeGraphemes(name, 80).split('@')[0] ?? ''
  const words = local
    .split(/[\s._-]/)
    .map((word) => word.replace(/^[^\p{L}\p{N}\p{Extended_Pictographic}\p{RI}]+/u, ''))
    .filter((word) => word !== '')
  const [first = '', last = ''] = [words[0], words.length > 1 ? words.at(-1) : undefined]
  return capitalize(firstGrapheme(first)) + capitalize(firstGrapheme(last))
}

/** A number from 0 up to `count` that is always the same for the same id. */
export function steadyNumber(id: string, count: number): number {
  let sum = 0
  for (let index = 0; index < Math.min(id.length, 200); index += 1) {
    sum = (sum * 31 + id.charCodeAt(index)) >>> 0
  }
  return sum % count
}
