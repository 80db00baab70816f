import { highlightEnd, highlightStart } from '../../agent-chat/index.ts'
import { linkify } from '../lib/linkify.ts'

/** A piece of a text that looks the same throughout. */
export interface TextPiece {
  text: string
  /** It is a search hit. */
  isHit: boolean
}

/** Words, or a link that may be followed, with the search hits in it. */
export interface TextPart {
  pieces: TextPiece[]
  url?: string
}

/** Finds links and search hits in a text from outside; a hit may begin or end within a link. */
export function textParts(text: string, isLinked: boolean): TextPart[] {
  const pieces = splitHits(text)
  const plain = pieces.map((piece) => piece.text).join('')
  let start = 0
  return (isLinked ? linkify(plain) : [{ text: plain }]).map((part) => {
    const end = start + part.text.length
    const found = { ...part, pieces: slicePieces(pieces, start, end) }
    start = end
    return found
  })
}

function splitHits(text: string): TextPiece[] {
  let isHit = false
  return text.split(/([\ue000\ue001])/).flatMap((piece) => {
    if (piece === highlightStart) isHit = true
    else if (piece === highlightEnd) isHit = false
    else return { text: piece, isHit }
    return []
  })
}

function slicePieces(pieces: readonly TextPiece[], start: number, end: number): TextPiece[] {
  let from = 0
  return pieces.flatMap(({ text, isHit }) => {
    const piece = text.slice(Math.max(0, start - from), Math.max(0, end - from))
    from += text.length
    return piece ? { text: piece, isHit } : []
  })
}
