import { useCursorRestart } from '../pages/use-cursor-restart.ts'
import { isTopLoaded } from './chat-pages.ts'
import type { ChatPagesQuery } from './use-chat-pages.ts'

/** One end of what is loaded of a list. */
export interface ListEdge {
  /** The list goes on there. */
  hasMore: boolean
  isLoading: boolean
  /** The last page in this direction did not come. */
  hasFailed: boolean
  /** Loads the page beyond this end. */
  load: () => void
}

export interface FurtherPages {
  above: ListEdge
  below: ListEdge
  /** The list starts over now, so an error of its pages is nothing to say yet. */
  isRestarting: boolean
  /** Loads the page again that failed; false when none did. */
  retry: () => boolean
}

/** Loads the pages above and below what is there; starts over when LiveChat has forgotten where they begin. */
export function useFurtherPages({ query, goToTop }: ChatPagesQuery): FurtherPages {
  const restart = useCursorRestart(goToTop)
  const isRestarting = restart.isUnderWay
  const loadBelow = () => void restart.goOn(() => query.fetchNextPage({ cancelRefetch: false }))
  const loadAbove = () => void restart.goOn(() => query.fetchPreviousPage({ cancelRefetch: false }))
  return {
    above: {
      hasMore: query.data !== undefined && !isTopLoaded(query.data.pages),
      isLoading: query.isFetchingPreviousPage || isRestarting,
      hasFailed: query.isFetchPreviousPageError && !isRestarting,
      load: loadAbove,
    },
    below: {
      hasMore: query.hasNextPage,
      isLoading: query.isFetchingNextPage || isRestarting,
      hasFailed: query.isFetchNextPageError && !isRestarting,
      load: loadBelow,
    },
    isRestarting,
    retry() {
      restart.allow()
      if (query.isFetchNextPageError) loadBelow()
      else if (query.isFetchPreviousPageError) loadAbove()
      else return false
      return true
    },
  }
}
