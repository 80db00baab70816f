import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { checkProperty } from '../../../scripts/fuzz/check-property.ts'
import { withFreshToken } from '../../access-token/index.ts'
import type { SignInError } from '../sign-in-error.ts'
import { completeOptions } from '../sign-in-options.ts'
import { lastSignOut } from './cross-tab-sign-out.ts'
import { createSessionManager, type SessionManager } from './session-manager.ts'

const clientId = 'app'
const page = 'https://app.example/'
const settings = completeOptions({ clientId, accountsUrl: 'https://accounts.example' }, page)
const lifetime = 3600

/** Names its agent, as no token of LiveChat does. */
const ownerOf = (token: string) => token.split(':')[1]

/** As much of LiveChat as tokens need. */
class LiveChat {
  revoked = new Set<string>()
  count = 0

  grantTo(accountId: string, isCode: boolean) {
    this.count += 1
    const refreshToken = `refresh:${accountId}:${this.count}`
    return {
      accessToken: `dal:${accountId}:${this.count}`,
      expiresIn: lifetime,
      accountId,
      organizationId: 'org',
      scopes: [],
      ...(isCode && { refreshToken }),
    }
  }

  fetch = async (_: URL, { method, headers, body }: RequestInit) => {
    if (method === 'DELETE') {
      this.revoked.add(new Headers(headers).get('Authorization')?.slice('Bearer '.length) ?? '')
      return new Response('{}')
    }
    const refreshToken = new URLSearchParams(String(body)).get('refresh_token') ?? ''
    const { accessToken, refreshToken: next } = this.grantTo(ownerOf(refreshToken) ?? '', true)
    const json = { access_token: accessToken, refresh_token: next, token_type: 'Bearer' }
    return Response.json({ ...json, expires_in: lifetime, account_id: ownerOf(accessToken) })
  }
}

const tab = fc.constantFrom(0, 1)
const step = fc.oneof(
  fc.record({
    do: fc.constant('sign in' as const),
    tab,
    agent: fc.constantFrom('ada', 'bob'),
    isCode: fc.boolean(),
  }),
  fc.record({ do: fc.constantFrom('sign out', 'close', 'expire', 'crash'), tab }),
  fc.record({ do: fc.constant('message' as const), tab }),
  fc.record({ do: fc.constant('answer' as const), isRefused: fc.boolean() }),
  fc.record({ do: fc.constant('wake' as const), minutes: fc.nat(70) }),
  fc.constant({ do: 'pause' as const }),
)

const { timeout } = AbortSignal

class Refused extends Error {}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'performance', 'setTimeout', 'clearTimeout'] })
  // No case waits so long, and a timer of the platform, or a spy, would keep each in memory.
  AbortSignal.timeout = () => new AbortController().signal
})
afterEach(() => {
  vi.useRealTimers()
  AbortSignal.timeout = timeout
  vi.unstubAllGlobals()
})

/** A browser with two tabs of the app. */
function openBrowser(liveChat: LiveChat) {
  const items = new Map<string, string>()
  const window = new EventTarget()
  vi.stubGlobal('window', window)
  vi.stubGlobal('document', {})
  vi.stubGlobal('Document', { prototype: { visibilityState: 'visible' } })
  vi.stubGlobal('fetch', liveChat.fetch)
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => items.set(key, value),
    removeItem: (key: string) => items.delete(key),
  })
  const open = () => createSessionManager(settings)
  return { window, open, tabs: [open(), open()] }
}

/** Lets what needs no time go on. */
const settle = async () => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
}

/** The agent a tab shows; undefined when nobody is signed in. */
function agentOf(manager: SessionManager) {
  const state = manager.getSnapshot()
  return state.status === 'signed-in' ? state.session.accountId : undefined
}

test('two agents in two tabs are never mixed, whatever happens in whatever order (A48)', () =>
  checkProperty(
    fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
      const liveChat = new LiveChat()
      const { window, open, tabs } = openBrowser(liveChat)
      const waiting: ((isRefused: boolean) => void)[] = []
      const mixed: string[] = []

      const send = async (manager: SessionManager, author: string | undefined) => {
        const call = async (token: string) => {
          if (ownerOf(token) !== author) mixed.push(`${token} for ${author}`)
          const isRefused = await new Promise<boolean>((resolve) => waiting.push(resolve))
          if (isRefused) throw new Refused()
          if (liveChat.revoked.has(token)) throw new Refused()
        }
        await withFreshToken(manager, call, (thrown) => thrown instanceof Refused)
      }

      for (const one of steps) {
        const manager = tabs['tab' in one ? one.tab : 0]
        if (!manager) continue
        if (one.do === 'sign in') {
          const grant = liveChat.grantTo(one.agent, one.isCode)
          const grantType = one.isCode ? ('code' as const) : ('implicit' as const)
          const record = { id: grant.accessToken, flow: 'popup' as const, grantType, grant }
          const when = { receivedAt: Date.now(), lastSignOut: lastSignOut(clientId) }
          manager.establish({ ...record, ...when }, manager.untilSignOut())
          expect(agentOf(manager)).toBe(one.agent)
        } else if (one.do === 'sign out') {
          void manager.signOut()
          window.dispatchEvent(new Event('storage'))
          for (const each of tabs) {
            expect(agentOf(each)).toBeUndefined()
            await expect(each.getAccessToken()).rejects.toMatchObject({ code: 'signed_out' })
          }
        } else if (one.do === 'close' || one.do === 'crash') {
          if (one.do === 'close') manager.dispose()
          tabs['tab' in one ? one.tab : 0] = open()
        } else if (one.do === 'expire') {
          vi.setSystemTime(Date.now() + lifetime * 1000)
          window.dispatchEvent(new Event('focus'))
        } else if (one.do === 'wake') {
          vi.setSystemTime(Date.now() + one.minutes * 60_000)
          window.dispatchEvent(new Event('focus'))
        } else if (one.do === 'message') {
          send(manager, agentOf(manager)).catch((_: SignInError | Refused) => {})
        } else if (one.do === 'answer') waiting.shift()?.(one.isRefused)
        else await settle()

        for (const each of tabs) {
          const agent = agentOf(each)
          const token = agent && (await each.getAccessToken().catch(() => undefined))
          if (token && agentOf(each) === agent) expect(ownerOf(token)).toBe(agent)
        }
        expect(mixed).toEqual([])
      }
      for (const answer of waiting) answer(true)
      await settle()
      expect(mixed).toEqual([])
      for (const each of tabs) each.dispose()
      vi.clearAllTimers()
      // Signals are let go between two turns of the event loop only.
      await new Promise(setImmediate)
    }),
    1000,
    // Each case leaves some 2 KB behind until the test ends.
    200_000,
  ))
