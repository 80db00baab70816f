import { expect, test } from 'vitest'
import { describeCount, orderLabel, readListing, views, writeListing } from './chat-views.ts'

test('a listing is the same after being written to the URL, which leaves out defaults', () => {
  for (const show of views) {
    for (const order of ['newest-first', 'oldest-first'] as const) {
      for (const groupId of [undefined, 0, 12]) {
        const listing = { show, order, groupId }
        expect(readListing(writeListing(new URLSearchParams(), listing))).toEqual(listing)
      }
    }
  }
  const usual = { show: 'mine', order: 'newest-first', groupId: undefined } as const
  const before = new URLSearchParams('show=closed&group=1&order=oldest&other=kept')
  expect(writeListing(before, usual).toString()).toBe('other=kept')
})

test('invalid values in the URL count as absent', () => {
  expect(readListing(new URLSearchParams('show=x&group=1e9&order=up'))).toEqual({
    show: 'mine',
    order: 'newest-first',
    groupId: undefined,
  })
})

test('the count names what it counts, and shows when there may be more', () => {
  expect(describeCount({ found: 250, isComplete: true }, 'all')).toBe('250 chats')
  expect(describeCount({ found: 1, isComplete: true }, 'active')).toBe('1 active chat')
  expect(describeCount({ found: 12, isComplete: false }, 'queued')).toBe('12+ queued chats')
  expect(describeCount({ found: 1, isComplete: true }, 'mine')).toBe('1 chat assigned to you')
})

test('the order says what a list is sorted by', () => {
  const newest = (show: 'all' | 'closed') => orderLabel({ show, order: 'newest-first' })
  expect([newest('all'), newest('closed')]).toEqual(['By priority', 'Newest first'])
  expect(orderLabel({ show: 'closed', order: 'oldest-first' })).toBe('Oldest first')
})
