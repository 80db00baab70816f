import type { Random } from '../lib/seeded-random.ts'
import type { Language, Script } from './conversation-script.ts'
import { edgeCases } from './conversations/edge-cases.ts'
import { english } from './conversations/english.ts'
import { european } from './conversations/european.ts'
import { further } from './conversations/further.ts'

const all: Script[] = [...english, ...european, ...further, ...edgeCases]
/** English ones twice, since half of the customers write in it. */
const usual = [...english, ...english, ...european, ...further]

const byLanguage = new Map<Language, Script[]>()
for (const script of all) {
  byLanguage.set(script.language, [...(byLanguage.get(script.language) ?? []), script])
}

export function scriptsIn(language: Language): readonly Script[] {
  return byLanguage.get(language) ?? []
}

/**
 * Deals scripts like cards, so that neighbours in a list rarely tell the same story. The odd ones
 * come with the second deal: the top of the list should look like any day at work.
 */
export function createScriptPicker(random: Random): () => Script {
  let left = [...usual]
  return () => {
    if (left.length === 0) left = [...usual, ...edgeCases]
    const [dealt] = left.splice(random.int(left.length), 1)
    if (!dealt) throw new Error('There are no scripts to deal')
    return dealt
  }
}
