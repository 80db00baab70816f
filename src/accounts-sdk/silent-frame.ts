import { originsOf, type RawResponse, readPopupMessage } from '../auth/internal.ts'
import { unclobbered } from '../dom/index.ts'
import { withResolvers } from '../older-browsers/index.ts'
import type { Transaction } from './authorize-url.ts'

/** Milliseconds. */
const timeout = 5000

/**
 * Authorizes in a hidden frame. LiveChat responds when the agent is signed in there and the browser lets the frame use
 * its cookies.
 *
 * @param url The authorization URL.
 * @throws {string} `timeout` after five seconds, as in `@livechat/accounts-sdk`.
 */
export function authorizeInFrame(url: string, transaction: Transaction): Promise<RawResponse> {
  const { promise, resolve, reject } = withResolvers<RawResponse>()
  const page = unclobbered(document)
  const frame = page.createElement('iframe')
  Object.assign(frame.style, { position: 'fixed', width: '1px', height: '1px', opacity: '0' })
  frame.tabIndex = -1
  frame.setAttribute('aria-hidden', 'true')
  frame.src = url

  const listening = new AbortController()
  const timer = setTimeout(() => {
    end()
    reject('timeout')
  }, timeout)
  const end = () => {
    clearTimeout(timer)
    listening.abort()
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
    { signal: listening.signal },
  )
  page.body.append(frame)
  return promise
}
