import { originsOf, type RawResponse, readPopupMessage } from '../auth/internal.ts'
import type { Transaction } from './authorize-url.ts'

const limit = 5000

/**
 * Asks LiveChat in a frame nobody sees; it answers when the agent is signed in there and the browser lets a
 * frame use its cookies.
 *
 * @throws {string} `timeout` after five seconds, the word of the original.
 */
export function askInFrame(url: string, transaction: Transaction): Promise<RawResponse> {
  const { promise, resolve, reject } = Promise.withResolvers<RawResponse>()
  const frame = document.createElement('iframe')
  Object.assign(frame.style, { position: 'fixed', width: '1px', height: '1px', opacity: '0' })
  frame.tabIndex = -1
  frame.setAttribute('aria-hidden', 'true')
  frame.src = url

  const waiting = new AbortController()
  const timer = setTimeout(() => {
    end()
    reject('timeout')
  }, limit)
  const end = () => {
    clearTimeout(timer)
    waiting.abort()
    frame.remove()
  }
  const origins = originsOf(transaction.accountsUrl)
  window.addEventListener(
    'message',
    ({ source, origin, data }) => {
      if (source !== frame.contentWindow || !origins.includes(origin)) return
      const response = readPopupMessage(data, transaction.state)
      if (!response) return
      end()
      resolve(response)
    },
    { signal: waiting.signal },
  )
  document.body.append(frame)
  return promise
}
