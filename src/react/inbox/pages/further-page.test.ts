import { expect, test } from 'vitest'
import { furtherPage } from './further-page.ts'

const page = (ids: string, nextPageId?: string, previousPageId?: string) => ({
  ids: ids.split(''),
  nextPageId,
  previousPageId,
})
const idsOf = (one: ReturnType<typeof page>) => one.ids
const loaded = [page('cd', 'p2', 'p0'), page('ef', 'p3', 'p1')]

test('a further page with something new goes on', () => {
  expect(furtherPage(page('fg', 'p4'), 'p3', loaded, idsOf).nextPageId).toBe('p4')
  expect(furtherPage(page('bc', 'p1', 'p-1'), 'p0', loaded, idsOf).previousPageId).toBe('p-1')
})

test.each(['ef', 'c', ''])('a further page with %j, nothing new, is the end', (ids) => {
  expect(furtherPage(page(ids, 'p4', 'p2'), 'p3', loaded, idsOf)).toMatchObject({
    nextPageId: undefined,
    previousPageId: 'p2',
  })
  expect(furtherPage(page(ids, 'p1', 'p-1'), 'p0', loaded, idsOf)).toMatchObject({
    nextPageId: 'p1',
    previousPageId: undefined,
  })
})

test('only the last of many pages can be the end', () => {
  const many = [...loaded, page('gh', 'p4', 'p2')]
  expect(furtherPage(page('gh', 'p5'), 'p4', many, idsOf).nextPageId).toBeUndefined()
  expect(furtherPage(page('gh', 'p5'), 'p3', many, idsOf).nextPageId).toBe('p5')
})

test('a page asked for again may bring what is known', () => {
  expect(furtherPage(page('ef', 'p3', 'p1'), 'p2', loaded, idsOf)).toMatchObject({
    nextPageId: 'p3',
    previousPageId: 'p1',
  })
  expect(furtherPage(page('cd', 'p2'), undefined, loaded, idsOf).nextPageId).toBe('p2')
  expect(furtherPage(page('cd', 'p2'), undefined, [page('cd')], idsOf).nextPageId).toBe('p2')
  expect(furtherPage(page('', 'p2'), 'p1', undefined, idsOf).nextPageId).toBe('p2')
  expect(furtherPage(page('', 'p2'), 'p1', [], idsOf).nextPageId).toBe('p2')
})
