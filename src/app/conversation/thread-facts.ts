import type { Thread } from '../../agent-chat/index.ts'
import { exactTime } from '../lib/dates.ts'

/** Facts about a thread in words, '' when unknown. URLs in it are written by others. */
export function threadFacts(thread: Thread, locale: string): [string, string][] {
  const noted = thread.properties.get('routing')
  const words = (name: string) => {
    const value = noted?.get(name)
    return typeof value === 'string' ? value : ''
  }
  const kinds = [
    noted?.get('continuous') === true && 'messaging',
    noted?.get('offline_message') === true && 'offline message',
  ]
  const handedOver = momentOf(noted?.get('last_transfer_timestamp'))
  return [
    ['Started on', words('start_url')],
    ['Referrer', words('referrer')],
    ['Type', kinds.filter(Boolean).join(', ')],
    ['Status', thread.active && noted?.get('idle') === true ? 'idle' : ''],
    ['Transferred', handedOver === undefined ? '' : exactTime(handedOver, locale)],
  ]
}

/** Reads a time in seconds, milliseconds or microseconds; LiveChat does not document which, but only one is in this century. */
function momentOf(value: unknown): number | undefined {
  if (typeof value !== 'number' || value <= 0) return undefined
  if (value < 1e11) return value * 1000
  if (value < 1e14) return value
  return value < 1e17 ? value / 1000 : undefined
}
