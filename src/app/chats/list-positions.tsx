import { createContext, type ReactNode, use, useState } from 'react'

/** Where an agent was in a list. */
export interface ListPosition {
  /** Pixels from the top of what was loaded. */
  offset: number
  /** The page they looked at; undefined: the top of the list. */
  pageId: string | undefined
  /** Pixels from the top at which that page began. */
  pageOffset: number
}

const ListPositionsContext = createContext<Map<string, ListPosition> | undefined>(undefined)

/** Remembers where one agent was in each list, for coming back; wrap it in `PerAgent`. */
export function ListPositionsProvider({ children }: { children: ReactNode }) {
  const [positions] = useState(() => new Map<string, ListPosition>())
  return <ListPositionsContext value={positions}>{children}</ListPositionsContext>
}

/**
 * The positions by list.
 *
 * @throws {Error} Outside of a `ListPositionsProvider`.
 */
export function useListPositions(): Map<string, ListPosition> {
  const positions = use(ListPositionsContext)
  if (!positions) throw new Error('No positions: render this inside <ListPositionsProvider>.')
  return positions
}
