import { expect, test } from 'vitest'
import { highlightEnd, highlightStart } from '../../agent-chat/index.ts'
import { readThread } from '../../agent-chat/thread.ts'
import { snippetOf } from './snippet.ts'

const thread = (texts: string[], more: object = {}) =>
  readThread({
    id: 't',
    events: texts.map((text, index) => ({ id: `${index}`, type: 'message', text })),
    ...more,
  })

test('shows the first match with its context', () => {
  const found = `${highlightStart}tent${highlightEnd}`
  const words = snippetOf(thread(['Hello', `${'a'.repeat(100)} my ${found} leaks`]))
  expect(words).toContain(`my ${found} leaks`)
  expect(words.startsWith('…')).toBe(true)
  expect(snippetOf(thread([`${found}s leak`]))).toBe(`${found}s leak`)
})

test('shows the first words, not the file before them', () => {
  const file = { id: 'f', type: 'file', name: 'tent.pdf' }
  const message = { id: 'm', type: 'message', text: 'It leaks' }
  expect(snippetOf(readThread({ id: 't', events: [file, message] }))).toBe('It leaks')
  expect(snippetOf(readThread({ id: 't', events: [file] }))).toContain('tent.pdf')
})

test('shows the beginning without a match, and says why there is none', () => {
  expect(snippetOf(thread(['', ' ', 'Hello']))).toBe('Hello')
  expect(snippetOf(thread([]))).toBe('No messages')
  expect(snippetOf(thread([], { restricted_access: 'plan' }))).toMatch(/hidden/)
  expect(snippetOf(undefined)).toBe('')
})

test('a huge text is cut before it is shown (A44)', () => {
  const found = `${highlightStart}x${highlightEnd}`
  expect(snippetOf(thread(['y'.repeat(1e6) + found + 'z'.repeat(1e6)])).length).toBeLessThan(300)
})

test('characters are not cut apart at either end', () => {
  const hit = `${highlightStart}tent${highlightEnd}`
  const text = snippetOf(
    thread([`${'e\u0301👩‍🚀'.repeat(30)}a ${hit}${' 👩‍🚀e\u0301'.repeat(60)}`]),
  )
  const letters = [...new Intl.Segmenter('en').segment(text)].map(({ segment }) => segment)
  expect(new Set(letters)).toEqual(
    new Set(['…', 'e\u0301', '👩‍🚀', ' ', 'a', 't', 'e', 'n', highlightStart, highlightEnd]),
  )
})
