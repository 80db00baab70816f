interface Page {
  nextPageId: string | undefined
  previousPageId?: string | undefined
}

/**
 * Makes a page that brings nothing new the end of its list: a server that goes in circles would be asked for ever.
 *
 * @param page   As it came.
 * @param pageId What it was asked for by; only one that goes on from what is loaded can be the end.
 * @param loaded The pages so far.
 * @param idsOf  Names what is on a page.
 * @param has    Whether it is on a page, where that is known without looking through it.
 */
export function furtherPage<P extends Page>(
  page: P,
  pageId: string | undefined,
  loaded: readonly P[] | undefined,
  idsOf: (page: P) => readonly string[],
  has = (one: P, id: string) => idsOf(one).includes(id),
): P {
  if (!loaded || pageId === undefined) return page
  const isKnown = (id: string) => loaded.some((one) => has(one, id))
  if (!idsOf(page).every(isKnown)) return page
  if (pageId === loaded.at(-1)?.nextPageId) return { ...page, nextPageId: undefined }
  if (pageId === loaded[0]?.previousPageId) return { ...page, previousPageId: undefined }
  return page
}
