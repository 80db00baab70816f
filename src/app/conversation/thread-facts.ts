import type { Thread } from '../../agent-chat/index.ts'
import { exactTime } from '../lib/dates.ts'
import { conversationText } from './conversation-text.ts'

/** Facts about a thread in words, '' when unknown. URLs in it are written by others. */
export function threadFacts(thread: Thread, locale: string): [string, string][] {
  const text = conversationText()
  const noted = thread.properties.get('routing')
  const words = (name: string) => {
    const value = noted?.get(name)
    return typeof value === 'string' ? value : ''
  }
  const kinds = [
    noted?.get('continuous') === true && text.messaging,
    noted?.get('offline_message') === true && text.offlineMessage,
  ]
  const handedOver = momentOf(noted?.get('last_transfer_timestamp'))
  return [
    [text.startedOn, words('start_url')],
    [text.referrer, words('referrer')],
    [text.type, kinds.filter(Boolean).join(', ')],
    [text.status, thread.active && noted?.get('idle') === true ? text.idle : ''],
    [text.transferred, handedOver === undefined ? '' : exactTime(handedOver, locale)],
  ]
}

/** Reads a time in seconds, milliseconds or microseconds; LiveChat does not document which, but only one is in this century. */
function momentOf(value: unknown): number | undefined {
  if (typeof value !== 'number' || value <= 0) return undefined
  if (value < 1e11) return value * 1000
  if (value < 1e14) return value
  return value < 1e17 ? value / 1000 : undefined
}
