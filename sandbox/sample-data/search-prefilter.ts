import type { Plan } from './chat-plan.ts'
import type { Language, Line, Script } from './conversation-script.ts'
import type { InboxOptions } from './inbox-options.ts'
import { emailName, identityOf } from './make-customer.ts'
import { commonTexts } from './make-thread.ts'
import { people } from './people.ts'
import type { ThreadOutline } from './thread-outline.ts'

/** A closed thread that is planned, but not written out. */
export interface PlannedThread {
  plan: Plan
  outline: ThreadOutline
}

/** Tells which planned threads a search can skip, since writing out all threads of a large inbox would take long. */
export interface SearchPrefilter {
  emailOf(planned: PlannedThread): string | undefined
  /** False only for threads in which one of the words, in lower case, cannot occur. */
  mayContain(words: readonly string[]): (planned: PlannedThread) => boolean
}

export function createSearchPrefilter({ seed, agents }: InboxOptions): SearchPrefilter {
  const colleagues = ['A former colleague', ...agents.map(({ account }) => account.name)]
  const told = remember((script: Script) => {
    const cities = people[script.language].places.map(({ city }) => city)
    return lower([...script.lines.flatMap(wordsIn), ...commonTexts, ...cities, ...colleagues])
  })
  const names = remember((language: Language) =>
    lower(people[language].names.flatMap((name) => [name, emailName(name)])),
  )
  return {
    emailOf: ({ plan }) => identityOf(plan, seed).email,
    mayContain(words) {
      const pieces = words.flatMap(piecesOf)
      const missing = remember((script: Script) =>
        pieces.filter((piece) => !told(script).includes(piece)),
      )
      const isNobodys = remember((language: Language) => (piece: string) => {
        return !isNumber.test(piece) && !`${names(language)}\nhiker@example.net`.includes(piece)
      })
      return ({ plan, outline }) => {
        const own = missing(outline.script).filter((piece) => !outline.order.includes(piece))
        if (own.length === 0) return true
        if (own.some(isOrder) || own.some(isNobodys(plan.script.language))) return false
        const { name = '', email = '' } = identityOf(plan, seed)
        const text = lower([name, email])
        return own.every((piece) => text.includes(piece))
      }
    },
  }
}

const isNumber = /^\p{N}+$/u

/** People have at most four digits in their address. */
function isOrder(piece: string): boolean {
  return isNumber.test(piece) && piece.length > 4
}

/** Letters and digits apart: a name or number may stand beside a word without a space. */
function piecesOf(word: string): string[] {
  return word.match(/\p{N}+|[\p{L}\p{M}]+/gu) ?? []
}

function lower(texts: readonly string[]): string {
  return texts.join('\n').toLowerCase()
}

function wordsIn(line: Line): string[] {
  if ('text' in line) return [line.text]
  if ('file' in line) return [line.file, line.alt ?? '']
  if ('cards' in line) {
    return line.cards.flatMap(({ title = '', subtitle = '' }) => [title, subtitle])
  }
  return 'quickReplies' in line ? [line.quickReplies] : []
}

function remember<Key, Value>(find: (key: Key) => Value): (key: Key) => Value {
  const found = new Map<Key, Value>()
  return (key) => {
    const known = found.get(key)
    if (known !== undefined) return known
    const value = find(key)
    found.set(key, value)
    return value
  }
}
