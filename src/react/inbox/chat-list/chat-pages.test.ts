import { expect, test } from 'vitest'
import type { Chat, ChatPage } from '../../../agent-chat/index.ts'
import {
  type ChatPages,
  chatIds,
  foundIn,
  isTopLoaded,
  pageIdAt,
  pageStartOf,
  pagesToRefresh,
  withEachChatOnce,
  withFreshPage,
  withFreshPages,
} from './chat-pages.ts'

const chat = (id: string): Chat => ({
  id,
  users: [],
  lastThread: undefined,
  lastEvent: undefined,
  restricted: undefined,
  groupIds: [],
  isFollowed: false,
  properties: new Map(),
})

/** `AB>c`: chats A and B, and more at page id c. */
function page(words: string, found = 9): ChatPage {
  const [, previousPageId, letters = '', nextPageId] =
    /^(?:(\w+)<)?(\w*)(?:>(\w+))?$/.exec(words) ?? []
  return { chats: [...letters].map(chat), found, previousPageId, nextPageId }
}
const list = (first: string | undefined, ...pages: string[]): ChatPages => {
  const made = pages.map((one) => page(one))
  return {
    pages: made,
    pageParams: made.map((_, at) => (at === 0 ? first : made[at - 1]?.nextPageId)),
  }
}
const drawn = ({ pages }: ChatPages) =>
  pages.map((page) => chatIds(page).join('') + (page.nextPageId ?? '')).join(' ')
const fresh = (pageId: string | undefined, words: string, found?: number) => ({
  pageId,
  page: page(words, found),
})

const loaded = list(undefined, 'ABC>1', 'DEF>2', 'GHI>3')

test('a chat that came twice is shown once, in its last place', () => {
  const chatsOf = (pages: ChatPage[], before?: ChatPage[]) =>
    withEachChatOnce(pages, before).flatMap((one) => one.chats)
  const pages = [page('AB'), page('BC')]
  const chats = chatsOf(pages)
  expect(chats.map(({ id }) => id)).toEqual(['A', 'B', 'C'])
  expect(chats[1]).toBe(pages[1]?.chats[0])
  expect(chatsOf([page('AB'), page('CA')]).map(({ id }) => id)).toEqual(['B', 'C', 'A'])
  const below = page('CAD')
  const drawnOnce = (all: ChatPage[]) =>
    chatsOf(all, loaded.pages)
      .map(({ id }) => id)
      .join('')
  expect(drawnOnce([...loaded.pages, below])).toBe('BEFGHICAD')
  expect(drawnOnce([page('XAI'), ...loaded.pages])).toBe('XABCDEFGHI')
})

test('pages that repeat no chat stay the same objects', () => {
  const further = page('JK')
  const once = withEachChatOnce([...loaded.pages, further], loaded.pages)
  for (const [index, one] of [...loaded.pages, further].entries()) expect(once[index]).toBe(one)
})

test('the count is the newest estimate, but never less than what is shown', () => {
  expect(foundIn([page('A', 250), page('B', 251), page('C', 252)], 3)).toBe(252)
  const { pages } = withFreshPage(loaded, fresh(undefined, 'XABC>1', 10))
  expect(foundIn(pages, 9)).toBe(10)
  expect(foundIn([page('A', 1), page('B', 1)], 2)).toBe(2)
  expect(foundIn([], 0)).toBe(0)
})

test('a fresh first page puts new chats first and keeps the rest as pages that can be loaded', () => {
  expect(drawn(withFreshPage(loaded, fresh(undefined, 'XAB>x')))).toBe('XABx C1 DEF2 GHI3')
  expect(drawn(withFreshPage(loaded, fresh(undefined, 'XYA>x')))).toBe('XYAx BC1 DEF2 GHI3')
})

test('what is left of two pages becomes one where it fits', () => {
  const once = withFreshPage(loaded, fresh(undefined, 'XAB>x'))
  expect(drawn(withFreshPage(once, fresh(undefined, 'YXA>y')))).toBe('YXAy BC1 DEF2 GHI3')
  expect(drawn(withFreshPage(once, fresh('x', 'CDE>e')))).toBe('XABx CDEe F2 GHI3')
})

test('a fresh page in the middle is merged like the first', () => {
  expect(drawn(withFreshPage(loaded, fresh('1', 'DFG>g')))).toBe('ABC1 DFGg HI3')
  expect(drawn(withFreshPage(loaded, fresh('1', 'DEF>2')))).toBe('ABC1 DEF2 GHI3')
  expect(drawn(withFreshPage(loaded, fresh('1', 'FGH>h')))).toBe('ABC1 FGHh I3')
})

test('what is missing from a fresh page is gone, also on the pages after it', () => {
  expect(drawn(withFreshPage(loaded, fresh('1', 'DXH>h')))).toBe('ABC1 DXHh I3')
})

test('below a chat that came from far down, the list is loaded anew', () => {
  const longer = list(undefined, 'ABC>1', 'DEF>2', 'GHI>3', 'JKL>4')
  expect(drawn(withFreshPage(longer, fresh(undefined, 'ABI>x')))).toBe('ABIx')
  expect(drawn(withFreshPage(longer, fresh(undefined, 'ABG>x')))).toBe('ABGx HI3 JKL4')
})

test('each page keeps the id it can be asked for again by', () => {
  const after = withFreshPage(loaded, fresh(undefined, 'XAB>x'))
  expect(after.pageParams).toEqual([undefined, 'x', '1', '2'])
})

test('a page whose chats have all moved is left out, but not the first or the last', () => {
  expect(drawn(withFreshPage(loaded, fresh('2', 'DEFGHI>x')))).toBe('ABC1 DEFGHIx')
  expect(drawn(withFreshPage(loaded, fresh('1', 'ABCDEF>x')))).toBe('1 ABCDEFx GHI3')
  expect(drawn(withFreshPage(loaded, fresh('1', 'GHIDEF>x')))).toBe('ABC1 GHIDEFx 3')
})

test('a place in the list is found again by the page it is on', () => {
  expect(pageStartOf(loaded, 'E')).toEqual({ pageId: '1', firstId: 'D' })
  expect(pageStartOf(loaded, 'B')).toEqual({ pageId: undefined, firstId: 'A' })
  expect(pageStartOf(loaded, 'X')).toBeUndefined()
})

test('neighbouring pages are merged together, though each response has a new id for the next', () => {
  const answers = [fresh(undefined, 'XAB>a'), fresh('1', 'DFG>b'), fresh('2', 'HIJ')]
  expect(drawn(withFreshPages(loaded, answers))).toBe('XABa C1 DFGb HIJ')
})

test('a chat that moved is only at its new place, with its new content', () => {
  const up = withFreshPage(loaded, fresh(undefined, 'EAB>x'))
  expect(drawn(up)).toBe('EABx C1 DF2 GHI3')
  expect(drawn(withFreshPage(loaded, fresh('2', 'GHIA')))).toBe('BC1 DEF2 GHIA')
})

test('a page with none of the old chats replaces everything below', () => {
  expect(drawn(withFreshPage(loaded, fresh(undefined, 'XYZ>z')))).toBe('XYZz')
  expect(drawn(withFreshPage(loaded, fresh('1', 'XYZ>z')))).toBe('ABC1 XYZz')
})

test('the last page ends the list, and new chats at the end of it appear', () => {
  expect(drawn(withFreshPage(loaded, fresh('1', 'DE')))).toBe('ABC1 DE')
  const whole = list(undefined, 'ABC>1', 'DE')
  expect(drawn(withFreshPage(whole, fresh('1', 'DEX')))).toBe('ABC1 DEX')
  expect(drawn(withFreshPage(whole, fresh('1', 'DEX>x')))).toBe('ABC1 DEXx')
})

test('a response for a page that is no longer loaded changes nothing', () => {
  expect(withFreshPage(loaded, fresh('gone', 'XYZ'))).toBe(loaded)
})

test('a page that came back as it was changes nothing, unless there are more chats now', () => {
  const merged = withFreshPage(loaded, fresh(undefined, 'XAB>x'))
  const [top] = merged.pages
  if (!top) throw new Error('no page')
  expect(withFreshPage(merged, { pageId: undefined, page: top })).toBe(merged)
  expect(withFreshPages(merged, [{ pageId: undefined, page: top }])).toBe(merged)
  const more = withFreshPage(merged, { pageId: undefined, page: { ...top, found: 10 } })
  expect(foundIn(more.pages, 0)).toBe(10)
  expect(more.pages[1]).toBe(merged.pages[1])
  const later = withFreshPage(merged, fresh('2', 'GHI>3', 10))
  const { pages } = withFreshPage(later, { pageId: undefined, page: top })
  expect([foundIn(later.pages, 0), foundIn(pages, 0)]).toEqual([10, 9])
})

test('pages without changes stay the same objects, so that they need not render again', () => {
  const after = withFreshPage(loaded, fresh(undefined, 'XAB>x'))
  expect(after.pages[2]).toBe(loaded.pages[1])
  expect(after.pages.at(-1)?.found).toBe(9)
})

test('the first page, those in view and a known end are loaded again', () => {
  expect(pagesToRefresh(loaded, [])).toEqual([undefined])
  expect(pagesToRefresh(loaded, ['F', 'G'])).toEqual([undefined, '1', '2'])
  expect(pagesToRefresh(list(undefined, 'AB>1', 'CD>2', 'EF'), ['A', 'B'])).toEqual([
    undefined,
    '2',
  ])
  expect(pagesToRefresh(list(undefined, 'AB'), ['A', 'B'])).toEqual([undefined])
  const long = list(undefined, 'AB>1', 'CD>2', 'EF>3', 'GH>4')
  expect(pagesToRefresh(long, ['H', 'A', 'D', 'gone'])).toEqual([undefined, '1', '3'])
})

test('a list that starts in the middle loads its first page by id, until the top is loaded', () => {
  const middle = list('p', 'o<DE>2', 'FG>3')
  expect(isTopLoaded([])).toBe(true)
  expect(isTopLoaded(middle.pages)).toBe(false)
  expect(pageIdAt(middle, 0)).toBe('p')
  expect(pagesToRefresh(middle, ['F', 'G'])).toEqual(['2'])
  expect(pagesToRefresh(middle, ['D', 'F'])).toEqual(['p', '2'])
  expect(drawn(withFreshPage(middle, fresh('p', 'o<CDE>2')))).toBe('CDE2 FG3')
  const whole = list('o', 'ABC>p', 'DE>2')
  expect(isTopLoaded(whole.pages)).toBe(true)
  expect(pageIdAt(whole, 0)).toBeUndefined()
  expect(drawn(withFreshPage(whole, fresh(undefined, 'XAB>x')))).toBe('XABx CDE2')
})
