import { expect, test } from 'vitest'
import { readThread } from '../../../agent-chat/thread.ts'
import { threadsAsKnown, threadsOf, withNewThread } from './thread-pages.ts'

function thread(id: string, active = false) {
  const made = readThread({ id, active })
  if (!made) throw new Error('no thread')
  return made
}
const page = (...threads: ReturnType<typeof thread>[]) => ({
  threads,
  found: 9,
  nextPageId: undefined,
})
const ids = (threads: ReturnType<typeof threadsOf>) => threads.map(({ id }) => id)

test('threads are loaded newest first and shown oldest first, each once', () => {
  expect(
    ids(threadsOf([page(thread('5'), thread('4')), page(thread('4'), thread('3'))], undefined)),
  ).toEqual(['3', '4', '5'])
})

test('the latest thread replaces its copy in a page, or comes last', () => {
  const now = thread('5', true)
  expect(threadsOf([page(thread('5'), thread('4'))], now).at(-1)).toBe(now)
  expect(ids(threadsOf([page(thread('5'), thread('4'))], thread('6')))).toEqual(['4', '5', '6'])
  expect(ids(threadsOf([], now))).toEqual(['5'])
})

test('a thread is shown as it is now, and one nobody knows better as in its page', () => {
  const [now, old] = [thread('5'), thread('4')]
  expect(threadsAsKnown([old, thread('5', true)], [now, thread('9')])).toEqual([old, now])
})

const listed = (...pages: ReturnType<typeof page>[]) => ({
  pages,
  pageParams: pages.map((_, index) => (index === 0 ? undefined : `page ${index}`)),
})

/** Returns these pages in turn and records what was requested. */
function answering(...pages: ReturnType<typeof page>[]) {
  const asked: (string | undefined)[] = []
  const ask = async (pageId: string | undefined) => {
    const at = asked.push(pageId) - 1
    const next = at + 1 < pages.length ? `${at + 1}` : undefined
    return { ...(pages[at] ?? page()), nextPageId: next }
  }
  return { asked, ask }
}

test('a new thread comes with those in between, and with how the known one ended', async () => {
  const ended = thread('5')
  const { asked, ask } = answering(
    page(thread('8', true), thread('7')),
    page(thread('6'), ended),
    page(thread('4')),
  )
  const known = listed(page(thread('5', true), thread('4')), page(thread('3')))
  const now = await withNewThread(known, '8', ask)
  expect(asked).toEqual([undefined, '1'])
  const threads = threadsOf(now.pages, undefined)
  expect(ids(threads)).toEqual(['3', '4', '5', '6', '7', '8'])
  expect(threads[2]).toBe(ended)
  expect(now.pages.at(-1)).toBe(known.pages.at(-1))
  expect(now.pageParams).toHaveLength(now.pages.length)
})

test('nothing is loaded for a known thread, and not more than there is', async () => {
  const known = listed(page(thread('5', true)))
  const { asked, ask } = answering(page(thread('7')), page(thread('6')))
  expect(await withNewThread(known, '5', ask)).toBe(known)
  expect(asked).toEqual([])
  expect(ids(threadsOf((await withNewThread(known, '7', ask)).pages, undefined))).toEqual([
    '5',
    '6',
    '7',
  ])
})

test('a server that goes in circles is not asked for ever', async () => {
  const known = listed(page(thread('5', true)))
  let asked = 0
  const ask = async () => {
    asked += 1
    if (asked > 9) throw new Error('asked for ever')
    return { ...page(thread(asked === 1 ? '7' : '6')), nextPageId: `${asked}` }
  }
  expect(ids(threadsOf((await withNewThread(known, '7', ask)).pages, undefined))).toEqual([
    '5',
    '6',
    '7',
  ])
  expect(asked).toBe(3)
})
