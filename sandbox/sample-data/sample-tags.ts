import { allScripts } from './conversation-scripts.ts'

/** Tags of the sample conversations, by name, with the groups that use them. */
export function sampleTags(): { name: string; groupIds: number[] }[] {
  const groups = new Map<string, Set<number>>()
  for (const { tags, groupId } of allScripts) {
    for (const tag of tags) groups.set(tag, (groups.get(tag) ?? new Set()).add(groupId))
  }
  return [...groups]
    .map(([name, ids]) => ({ name, groupIds: [...ids].toSorted((a, b) => a - b) }))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
}
