import type { Thread, ThreadPage } from '../../agent-chat/index.ts'

/**
 * A chat's threads, oldest first, each once.
 *
 * @param pages  As loaded backwards, newest thread first.
 * @param latest The last thread as it is now; newer than what the pages say of it.
 */
export function threadsOf(pages: readonly ThreadPage[], latest: Thread | undefined): Thread[] {
  const threads = new Map<string, Thread>()
  for (const thread of pages.flatMap((page) => page.threads).toReversed()) {
    threads.set(thread.id, thread)
  }
  if (latest) threads.set(latest.id, latest)
  return [...threads.values()]
}
