import { createEmitter } from '../store/index.ts'
import { english, type Messages } from './messages.ts'

const tables = new Map<string, Partial<Messages> | undefined>()
const loads = createEmitter<void>()

/** Calls back once the messages of a language have been loaded. Returns what stops it. */
export const onMessagesLoaded = loads.listen

/**
 * Gets the messages in a language, and loads them when nobody has asked for them before: undefined until then.
 *
 * @param language As a page names it; English for one without a translation, or whose file cannot be loaded.
 * @param own      The page's, in the place of ours.
 */
export function messagesIn(
  language: string,
  own?: Partial<Messages>,
): Partial<Messages> | undefined {
  const isEnglish = /^(en(?![a-z])|$)/i.test(language)
  if (!isEnglish && !tables.has(language)) {
    tables.set(language, undefined)
    void load(language)
  }
  const messages = isEnglish ? english : tables.get(language)
  return messages && own ? { ...messages, ...own } : messages
}

async function load(language: string): Promise<void> {
  let messages: Messages | undefined
  try {
    messages = await (await import('./translations.ts')).loadTranslation(language)
  } catch {
    // English is better than nothing.
  }
  tables.set(language, messages ?? english)
  loads.emit()
}
