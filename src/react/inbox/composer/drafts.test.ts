import { expect, test } from 'vitest'
import { createDrafts, emptyDraft, excessBytes } from './drafts.ts'

test('drafts of each chat are separate, and a file in one would be lost with the page', () => {
  const drafts = createDrafts()
  drafts.set('a', { text: 'half', agentsOnly: true, files: [] })
  expect(drafts.get('a').text).toBe('half')
  expect(drafts.get('b')).toBe(emptyDraft)
  expect(drafts.holdFiles()).toBe(false)
  drafts.set('b', { ...emptyDraft, files: [{ id: '1', file: new File(['x'], 'photo.png') }] })
  expect(drafts.holdFiles()).toBe(true)
})

test('what is too long is told in bytes, as LiveChat counts', () => {
  expect(excessBytes({ ...emptyDraft, text: 'x'.repeat(16 * 1024) })).toBe(0)
  expect(excessBytes({ ...emptyDraft, text: '€'.repeat(6_000) })).toBe(18_000 - 16 * 1024)
})
