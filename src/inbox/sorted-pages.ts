/** Items in order, in pages; a page that did not change is the same array in the pages made from these. */
export type Pages<Item> = readonly (readonly Item[])[]

export type Compare<Item> = (one: Item, other: Item) => number

const pageSize = 64

/**
 * The pages with some items removed and others added.
 *
 * @param removed As they are in the pages.
 * @param compare A total order; 0 for the same item alone.
 */
export function withItems<Item>(
  pages: Pages<Item>,
  removed: readonly Item[],
  added: readonly Item[],
  compare: Compare<Item>,
): Pages<Item> {
  if (pages.length === 0) return inPages(added.toSorted(compare))
  const next = [...pages]
  for (const item of removed) remove(next, item, compare)
  for (const item of added) insert(next, item, compare)
  return next
}

/** How many items come before a place: all that the test is true for, which must be the first ones. */
export function countBefore<Item>(
  items: { readonly length: number; at(index: number): Item | undefined },
  isBefore: (item: Item) => boolean,
): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const item = items.at(middle)
    if (item !== undefined && isBefore(item)) low = middle + 1
    else high = middle
  }
  return low
}

function inPages<Item>(items: readonly Item[]): Item[][] {
  return Array.from({ length: Math.ceil(items.length / pageSize) }, (_, index) =>
    items.slice(index * pageSize, (index + 1) * pageSize),
  )
}

/** The page an item is on, or would be. */
function pageOf<Item>(pages: Pages<Item>, item: Item, compare: Compare<Item>): number {
  const at = countBefore(pages, (page) => {
    const last = page.at(-1)
    return last !== undefined && compare(last, item) < 0
  })
  return Math.min(at, pages.length - 1)
}

function remove<Item>(pages: (readonly Item[])[], item: Item, compare: Compare<Item>): void {
  const at = pageOf(pages, item, compare)
  const page = pages[at] ?? []
  const left = page.filter((one) => compare(one, item) !== 0)
  const next = pages[at + 1]
  // Small pages are merged, or each would stay for good.
  if (next && left.length + next.length <= pageSize) pages.splice(at, 2, [...left, ...next])
  else if (left.length > 0) pages[at] = left
  else pages.splice(at, 1)
}

function insert<Item>(pages: (readonly Item[])[], item: Item, compare: Compare<Item>): void {
  const at = Math.max(0, pageOf(pages, item, compare))
  const page = pages[at] ?? []
  const place = countBefore(page, (one) => compare(one, item) < 0)
  const grown = [...page.slice(0, place), item, ...page.slice(place)]
  if (grown.length > 2 * pageSize) pages.splice(at, 1, ...inPages(grown))
  else pages[at] = grown
}
