import { english } from './conversations/english.ts'
import { european } from './conversations/european.ts'
import { further } from './conversations/further.ts'
import type { Random } from './random.ts'
import type { Language, Script } from './script.ts'

const all: Script[] = [...english, ...european, ...further]
/** Half of the customers write in English. */
const deck = [...english, ...english, ...european, ...further]

export function scriptsIn(language: Language): Script[] {
  return all.filter((script) => script.language === language)
}

/** Deals scripts like cards, so that neighbours in a list rarely tell the same story. */
export function createDealer(random: Random): () => Script {
  let left: Script[] = []
  return () => {
    if (left.length === 0) left = [...deck]
    const [dealt] = left.splice(random.int(left.length), 1)
    if (!dealt) throw new Error('There are no scripts to deal')
    return dealt
  }
}
