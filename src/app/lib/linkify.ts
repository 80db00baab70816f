import { parseUrl } from '../../older-browsers/index.ts'

/** A piece of a stranger's text: words, or a link that may be followed. */
export interface TextPart {
  text: string
  /** Absolute, http or https. */
  url?: string
}

/** Quotes, brackets and full stops of other scripts, which stand without a blank, and invisible characters. */
const foreignEnd = String.raw`[\p{Ps}\p{Pe}\p{Pi}\p{Pf}\p{Terminal_Punctuation}…\u200b-\u200f\u202a-\u202e\u2066-\u2069]`
/** ASCII but quotes, angles and brackets; letters of any script; an apostrophe within a word. */
const character = String.raw`[!#-&*-;=?-Z\\^_a-z|~]|’(?=\p{L})|(?!${foreignEnd})[^\0-\x7f\s]`
/** Brackets are part of an address in pairs; a bracket that closes none is the sentence's. */
const pairs = [
  String.raw`\((?:${character}|[[\]{}]){0,200}\)`,
  String.raw`\[(?:${character}|[(){}]){0,200}\]`,
  String.raw`\{(?:${character}|[()[\]]){0,200}\}`,
]
const addresses = new RegExp(
  String.raw`https?:\/\/(?:${[character, ...pairs].join('|')})+(?<![.,;:!?])`,
  'giu',
)

/** Finds the web addresses in a text. The parts put together are the text again. */
export function linkify(text: string): TextPart[] {
  const parts: TextPart[] = []
  let end = 0
  for (const { 0: found, index } of text.matchAll(addresses)) {
    const url = parseUrl(found)
    if (!url) continue
    if (index > end) parts.push({ text: text.slice(end, index) })
    parts.push({ text: found, url: url.href })
    end = index + found.length
  }
  if (end < text.length) parts.push({ text: text.slice(end) })
  return parts
}
