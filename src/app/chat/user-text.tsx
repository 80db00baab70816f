import { takeGraphemes } from '../../text/index.ts'
import { type TextPiece, textParts } from './text-parts.ts'

/** Characters of one text that are drawn; LiveChat's own limit is 16 KB. */
const longest = 20_000

export interface UserTextProps {
  text: string
  /** Default true; false inside of a link. */
  isLinked?: boolean
}

/** A text written by somebody else: never markup, in its own direction, with links and search hits marked. */
export function UserText({ text, isLinked = true }: UserTextProps) {
  const shown = text.length > longest ? `${takeGraphemes(text, longest)}…` : text
  return (
    <p className="user-text" dir="auto">
      {numbered(textParts(shown, isLinked)).map(([key, { url, pieces }]) =>
        url ? (
          <a key={key} href={url} target="_blank" rel="noopener noreferrer">
            <Pieces pieces={pieces} />
          </a>
        ) : (
          <Pieces key={key} pieces={pieces} />
        ),
      )}
    </p>
  )
}

function Pieces({ pieces }: { pieces: readonly TextPiece[] }) {
  return numbered(pieces).map(([key, { text, isHit }]) =>
    isHit ? <mark key={key}>{text}</mark> : text,
  )
}

/** Parts of one text never move, so their index is their key. */
function numbered<T>(pieces: readonly T[]): [number, T][] {
  return pieces.map((piece, index) => [index, piece])
}
