import { useState } from 'react'
import type { Ids } from '../lib/ids.ts'

/**
 * How many rows were added above the one that was first; 0 for a list that was just opened.
 *
 * @param ids Of the rows; another object whenever the list was looked at again.
 */
export function useNewRowCount(ids: Ids): number {
  const [seen, setSeen] = useState({ ids, count: 0 })
  if (seen.ids === ids) return seen.count
  const count = Math.max(0, ids.indexOf(seen.ids.at(0) ?? ''))
  setSeen({ ids, count })
  return count
}
