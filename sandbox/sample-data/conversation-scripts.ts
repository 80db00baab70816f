import type { Random } from '../lib/seeded-random.ts'
import type { Language, Script } from './conversation-script.ts'
import { edgeCases } from './conversations/edge-cases.ts'
import { english } from './conversations/english.ts'
import { european } from './conversations/european.ts'
import { further } from './conversations/further.ts'

export const allScripts: readonly Script[] = [...english, ...european, ...further, ...edgeCases]
/** English ones twice, since half of the customers write English. */
const everyday = [...english, ...english, ...european, ...further]

const byLanguage = new Map<Language, Script[]>()
for (const script of allScripts) {
  byLanguage.set(script.language, [...(byLanguage.get(script.language) ?? []), script])
}

export function scriptsIn(language: Language): readonly Script[] {
  return byLanguage.get(language) ?? []
}

/**
 * Picks scripts in random order without repeats, so that neighbours in a list rarely tell the same story. Edge cases
 * come with the second round: the top of the list should look like any day at work.
 */
export function createScriptPicker(random: Random): () => Script {
  let left = [...everyday]
  return () => {
    if (left.length === 0) left = [...everyday, ...edgeCases]
    const [picked] = left.splice(random.int(left.length), 1)
    if (!picked) throw new Error('There are no scripts to pick from')
    return picked
  }
}
