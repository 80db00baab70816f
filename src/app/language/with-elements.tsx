import { createElement, Fragment, type ReactNode } from 'react'
import type { Placeholders } from './define-messages.ts'

/**
 * Puts elements in the places of the names in braces.
 *
 * @param text A message without values of its own.
 */
export function withElements<const Text extends string>(
  text: Text,
  elements: Record<Placeholders<Text>, ReactNode>,
): ReactNode {
  const byName: Record<string, ReactNode> = elements
  const parts = text
    .split(/(\{\w+\})/)
    .flatMap((part) =>
      part.startsWith('{') ? [byName[part.slice(1, -1)]] : part.split(/(^\s+|\s+$)/).map(inElement),
    )
  return createElement(Fragment, null, ...parts)
}

/** Words in an element of their own: a browser that translates the page replaces texts. Space alone it leaves. */
function inElement(words: string): ReactNode {
  return words.trim() === '' ? words : <span>{words}</span>
}
