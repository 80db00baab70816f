import { expect, test } from 'vitest'
import { readChat } from '../../agent-chat/chat.ts'
import {
  createPageFilter,
  describeCount,
  filterOf,
  isClientFiltered,
  matchesView,
  readListing,
  views,
  writeListing,
} from './chat-views.ts'

test('a listing is the same after being written to the URL, which leaves out defaults', () => {
  for (const { value: show } of views) {
    for (const order of ['newest-first', 'oldest-first'] as const) {
      for (const groupId of [undefined, 0, 12]) {
        const listing = { show, order, groupId }
        expect(readListing(writeListing(new URLSearchParams(), listing))).toEqual(listing)
      }
    }
  }
  const usual = { show: 'all', order: 'newest-first', groupId: undefined } as const
  const before = new URLSearchParams('show=closed&group=1&order=oldest&other=kept')
  expect(writeListing(before, usual).toString()).toBe('other=kept')
})

test('invalid values in the URL count as absent', () => {
  expect(readListing(new URLSearchParams('show=x&group=1e9&order=up'))).toEqual({
    show: 'all',
    order: 'newest-first',
    groupId: undefined,
  })
})

test('a group narrows whatever is shown', () => {
  const listing = { show: 'active', order: 'newest-first', groupId: 3 } as const
  expect(filterOf(listing)).toEqual({ active: true, groupIds: [3] })
  expect(filterOf({ ...listing, groupId: undefined })).toEqual({ active: true })
})

function chat(present: boolean, queued: boolean, type: 'agent' | 'customer' = 'agent') {
  const made = readChat({
    id: 'C',
    users: [
      { id: 'smith@example.com', type: 'agent', present: true },
      { id: 'Me@example.com', type, present },
    ],
    last_thread_summary: { id: 't', active: true, ...(queued && { queue: { position: 1 } }) },
  })
  if (!made) throw new Error('no chat')
  return made
}

test('my chats are those I am in now, whatever the case of my e-mail', () => {
  expect(matchesView('mine', chat(true, false), 'me@example.com')).toBe(true)
  expect(matchesView('mine', chat(false, false), 'me@example.com')).toBe(false)
  expect(matchesView('mine', chat(true, false), undefined)).toBe(false)
  expect(matchesView('mine', chat(true, false, 'customer'), 'me@example.com')).toBe(false)
})

test('a chat that never started is in no queue', () => {
  const neverStarted = { ...chat(false, false), lastThread: undefined }
  expect(matchesView('queued', neverStarted, undefined)).toBe(false)
  expect(matchesView('unassigned', neverStarted, undefined)).toBe(true)
})

test('the chats of a page that belong to a view are the same array each time', () => {
  const page = [chat(false, true), chat(false, false)]
  const queued = createPageFilter('queued', undefined)
  expect(queued(page)).toEqual([page[0]])
  expect(queued(page)).toBe(queued(page))
  expect(createPageFilter('all', undefined)(page)).toBe(page)
})

test.each(views)('LiveChat counts $value only where the page leaves out none', ({ value }) => {
  const both = [chat(false, true), chat(false, false)]
  const leavesOutNone = both.every((one) => matchesView(value, one, 'me@example.com'))
  expect(isClientFiltered(value)).toBe(!leavesOutNone)
})

test('a chat in the queue is queued, and not unassigned', () => {
  expect(matchesView('queued', chat(false, true), undefined)).toBe(true)
  expect(matchesView('unassigned', chat(false, true), undefined)).toBe(false)
  expect(matchesView('queued', chat(false, false), undefined)).toBe(false)
  expect(matchesView('unassigned', chat(false, false), undefined)).toBe(true)
})

test('the count names what it counts, and shows when there may be more', () => {
  expect(describeCount({ found: 250, isComplete: true }, 'all')).toBe('250 chats')
  expect(describeCount({ found: 1, isComplete: true }, 'active')).toBe('1 active chat')
  expect(describeCount({ found: 12, isComplete: false }, 'queued')).toBe('12+ queued chats')
  expect(describeCount({ found: 1, isComplete: true }, 'mine')).toBe('1 chat assigned to you')
})
