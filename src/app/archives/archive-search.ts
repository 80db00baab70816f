import type { ArchiveFilter } from '../../agent-chat/index.ts'
import { takeGraphemes } from '../../text/index.ts'

/** A search of the archives, as the URL and the form have it: strings, empty when unused. */
export interface ArchiveSearch {
  q: string
  /** `2026-11-20`, in the agent's own time. */
  from: string
  to: string
  /** An e-mail. */
  agent: string
  tag: string
  group: string
}

export const searchNames = ['q', 'from', 'to', 'agent', 'tag', 'group'] as const

export function readSearch(parameters: URLSearchParams): ArchiveSearch {
  const read = (name: (typeof searchNames)[number]) => parameters.get(name)?.trim() ?? ''
  return {
    q: takeGraphemes(read('q'), 500),
    from: dayOrNothing(read('from')),
    to: dayOrNothing(read('to')),
    agent: read('agent'),
    tag: read('tag'),
    group: /^\d{1,9}$/.test(read('group')) ? read('group') : '',
  }
}

export function writeSearch(search: ArchiveSearch): URLSearchParams {
  return new URLSearchParams(
    searchNames.flatMap((name) => (search[name] ? [[name, search[name]]] : [])),
  )
}

/** The filter for a search; the period includes both days. */
export function filterOfSearch({ q, from, to, agent, tag, group }: ArchiveSearch): ArchiveFilter {
  return {
    ...(q && { query: q }),
    ...(from && { from: new Date(`${from}T00:00:00`).getTime() }),
    ...(to && { to: new Date(`${to}T23:59:59.999`).getTime() }),
    ...(agent && { agents: [agent] }),
    ...(tag && { tags: [tag] }),
    ...(group && { groupIds: [Number(group)] }),
  }
}

function dayOrNothing(text: string): string {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : ''
}
