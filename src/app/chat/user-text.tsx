import { highlightEnd, highlightStart } from '../../agent-chat/index.ts'
import { linkify } from '../lib/linkify.ts'

/** Characters of one text that are drawn; LiveChat's own limit is 16 KB. */
const longest = 20_000

export interface UserTextProps {
  text: string
  /** Default true; false inside of a link. */
  isLinked?: boolean
}

/** Text from outside: never markup, in its own direction, with links and with search hits marked. */
export function UserText({ text, isLinked = true }: UserTextProps) {
  const Words = isLinked ? Links : Plain
  const shown = text.length > longest ? `${text.slice(0, longest)}…` : text
  return (
    <p className="user-text" dir="auto">
      {numbered(shown.split(highlightStart)).map(([key, piece]) => {
        if (key === 0) return <Words key={key} text={piece} />
        const [found = '', ...rest] = piece.split(highlightEnd)
        return (
          <span key={key}>
            <mark>{found}</mark>
            <Words text={rest.join('')} />
          </span>
        )
      })}
    </p>
  )
}

function Plain({ text }: { text: string }) {
  return text
}

function Links({ text }: { text: string }) {
  return numbered(linkify(text)).map(([key, part]) =>
    part.url ? (
      <a key={key} href={part.url} target="_blank" rel="noopener noreferrer">
        {part.text}
      </a>
    ) : (
      part.text
    ),
  )
}

/** Pieces of one text never change places, so their number is their key. */
function numbered<T>(pieces: readonly T[]): [number, T][] {
  return pieces.map((piece, index) => [index, piece])
}
