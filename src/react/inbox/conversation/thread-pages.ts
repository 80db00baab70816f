import type { Thread, ThreadPage } from '../../../agent-chat/index.ts'
import { furtherPage } from '../pages/further-page.ts'

/** A chat's threads page by page, newest first, and the ids the pages were asked for by. */
export interface ThreadPages {
  pages: ThreadPage[]
  pageParams: (string | undefined)[]
}

export function threadIds(page: ThreadPage): string[] {
  return page.threads.map(({ id }) => id)
}

/**
 * A chat's threads, oldest first, each once.
 *
 * @param pages  As loaded backwards, newest thread first.
 * @param latest The last thread as it is now; newer than in the pages.
 */
export function threadsOf(pages: readonly ThreadPage[], latest: Thread | undefined): Thread[] {
  const threads = new Map<string, Thread>()
  for (const thread of pages.flatMap((page) => page.threads).toReversed()) {
    threads.set(thread.id, thread)
  }
  if (latest) threads.set(latest.id, latest)
  return [...threads.values()]
}

/** The threads as they are now, where that is known better than from the pages. */
export function threadsAsKnown(threads: readonly Thread[], known: readonly Thread[]): Thread[] {
  const now = new Map(known.map((thread) => [thread.id, thread]))
  return threads.map((thread) => now.get(thread.id) ?? thread)
}

/**
 * The pages with a new thread, and everything from there down to a known one.
 *
 * The page that reaches it also tells how the known thread ended. The same pages when they know the thread.
 *
 * @param ask Gives a page; undefined asks for the newest.
 */
export async function withNewThread(
  known: ThreadPages,
  threadId: string,
  ask: (pageId: string | undefined) => Promise<ThreadPage>,
): Promise<ThreadPages> {
  const ids = new Set(known.pages.flatMap(threadIds))
  if (ids.has(threadId)) return known
  const pages: ThreadPage[] = []
  const pageParams: (string | undefined)[] = []
  let pageId: string | undefined
  do {
    const page = await ask(pageId)
    pages.push(page)
    pageParams.push(pageId)
    if (page.threads.some(({ id }) => ids.has(id))) break
    pageId = furtherPage(page, pageId, pages.slice(0, -1), threadIds).nextPageId
  } while (pageId !== undefined)
  return {
    pages: [...pages, ...known.pages],
    pageParams: [...pageParams, ...known.pageParams],
  }
}
