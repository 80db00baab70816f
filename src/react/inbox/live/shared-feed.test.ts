import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { AgentChatError } from '../../../agent-chat/index.ts'
import type { LiveFeedState, LiveUpdate } from '../../../agent-chat/live-feed/index.ts'
import { withResolvers } from '../../../older-browsers/index.ts'
import { createStore } from '../../../store/index.ts'
import { canShareFeed, pingInterval, type SharedFeed, shareFeed } from './shared-feed.ts'

/** The locks of a browser, which Node 20 has not. */
function createLocks(): Pick<LockManager, 'request'> {
  let isHeld = false
  let holder: ((reason: DOMException) => void) | undefined
  const queue: (() => void)[] = []
  return {
    request(_name: string, options: LockOptions, callback: (lock: null) => unknown) {
      const { promise, resolve, reject } = withResolvers<unknown>()
      const take = () => {
        holder?.(new DOMException('stolen', 'AbortError'))
        const mine = reject
        holder = mine
        void Promise.resolve(callback(null)).then((value) => {
          resolve(value)
          if (holder !== mine) return
          holder = undefined
          isHeld = queue.length > 0
          queue.shift()?.()
        })
      }
      options.signal?.addEventListener('abort', () => {
        const place = queue.indexOf(take)
        if (place === -1) return
        queue.splice(place, 1)
        reject(new DOMException('', 'AbortError'))
      })
      if (isHeld && !options.steal) queue.push(take)
      else queueMicrotask(take)
      isHeld = true
      return promise
    },
  } as Pick<LockManager, 'request'>
}

const login: LiveUpdate = {
  type: 'connected',
  agentId: 'smith@example.com',
  routingStatus: 'not_accepting_chats',
  activeChats: [],
}
const said = (chatId: string) => ({ type: 'chat_unfollowed', chatId }) as const

interface Connected extends SharedFeed {
  tell(update: LiveUpdate): void
  set(state: LiveFeedState): void
}

/** Feeds that were opened and not closed. */
const open = new Set<Connected>()
let name: string

beforeEach(() => {
  vi.stubGlobal('navigator', { locks: createLocks() })
  open.clear()
  name = crypto.randomUUID()
})

function connect(): Connected {
  const { getSnapshot, subscribe, set } = createStore<LiveFeedState>({ status: 'live' })
  const listeners = new Set<(update: LiveUpdate) => void>()
  const feed: Connected = {
    getSnapshot,
    subscribe,
    set,
    onUpdate(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    tell: (update) => {
      for (const listener of listeners) listener(update)
    },
    check: vi.fn(),
    connect: vi.fn(),
    sendTyping: vi.fn(),
    setAway: vi.fn(),
    isOwn: () => true,
    close: () => void open.delete(feed),
  }
  open.add(feed)
  return feed
}

function openTab() {
  const heard: LiveUpdate[] = []
  const feed = shareFeed(name, connect, () => heard[0])
  feed.onUpdate((update) => void heard.push(update))
  onTestFinished(() => feed.close())
  return { feed, heard }
}

const until = (look: () => void) => vi.waitFor(look, { interval: 5, timeout: 5_000 })
const becomes = ({ feed }: { feed: SharedFeed }, status: string) =>
  until(() => expect(feed.getSnapshot()).toMatchObject({ status }))

/** Two tabs, of which the first is connected. */
async function openTwo() {
  const first = openTab()
  await until(() => expect(open.size).toBe(1))
  const second = await openTabThatIsLive()
  const [connected] = open
  if (!connected) throw new Error('Nobody is connected.')
  return { first, second, connected }
}

async function openTabThatIsLive() {
  const tab = openTab()
  await becomes(tab, 'live')
  return tab
}

test('one tab connects, and all hear what it hears, in order', async () => {
  const { first, second, connected } = await openTwo()
  connected.tell(login)
  connected.tell(said('A'))
  await until(() => expect(second.heard).toEqual([login, said('A')]))
  expect(first.heard).toEqual([login, said('A')])
  expect([first.feed.isOwn(), second.feed.isOwn()]).toEqual([true, false])
  expect(open.size).toBe(1)
  connected.set({ status: 'stopped', reason: 'open_elsewhere' })
  await becomes(second, 'stopped')
  // An error cannot cross to another tab; its reason does.
  const error = new AgentChatError('network', 'login')
  connected.set({ status: 'stopped', reason: 'refused', error })
  await until(() =>
    expect(second.feed.getSnapshot()).toEqual({ status: 'stopped', reason: 'refused' }),
  )
})

test('a tab that comes later hears first who is connected; nobody hears it twice', async () => {
  const { first, second, connected } = await openTwo()
  connected.tell(login)
  const third = openTab()
  await until(() => expect(third.heard).toEqual([login]))
  expect([first.heard, second.heard]).toEqual([[login], [login]])
})

test('a tab that is closed says and asks nothing any more, whatever is still called', async () => {
  const { first, second, connected } = await openTwo()
  second.feed.close()
  second.feed.sendTyping({ chatId: 'A', isTyping: false, agentsOnly: false })
  second.feed.setAway(false)
  second.feed.connect()
  second.feed.check()
  second.feed.close()
  expect(second.feed.getSnapshot()).toEqual({ status: 'closed' })
  await openTabThatIsLive()
  expect(first.feed.isOwn()).toBe(true)
  expect(connected.sendTyping).not.toHaveBeenCalled()
  expect(connected.setAway).toHaveBeenLastCalledWith(true)
})

test('when the tab that is connected closes, another connects', async () => {
  const { first, second, connected } = await openTwo()
  first.feed.close()
  await until(() => expect([...open]).not.toContain(connected))
  await until(() => expect(open.size).toBe(1))
  const [next] = open
  next?.tell(login)
  expect(second.heard).toEqual([login])
})

test('a tab that was only waiting leaves the others as they are', async () => {
  const { second, connected } = await openTwo()
  second.feed.close()
  openTab()
  await until(() => expect([...open]).toEqual([connected]))
})

test('a tab that is looked at makes the connected one see to its connection', async () => {
  const { second, connected } = await openTwo()
  const before = vi.mocked(connected.check).mock.calls.length
  second.feed.check()
  await until(() => expect(connected.check).toHaveBeenCalledTimes(before + 1))
  second.feed.connect()
  await until(() => expect(connected.connect).toHaveBeenCalledOnce())
  const signal = { chatId: 'A', isTyping: true, agentsOnly: false }
  second.feed.sendTyping(signal)
  await until(() => expect(connected.sendTyping).toHaveBeenCalledExactlyOnceWith(signal))
})

test('an agent who is there in one tab is there for whichever connects', async () => {
  const { first, second, connected } = await openTwo()
  expect(connected.setAway).toHaveBeenLastCalledWith(true)
  second.feed.setAway(false)
  await until(() => expect(connected.setAway).toHaveBeenLastCalledWith(false))
  const third = openTab()
  await becomes(third, 'live')
  for (const { feed } of [first, second]) {
    const [before] = open
    feed.close()
    await until(() => expect([...open]).not.toContain(before))
    await until(() => expect(open.size).toBe(1))
    expect([...open][0]?.setAway).toHaveBeenLastCalledWith(false)
  }
})

test('from a tab that does not answer for two seconds the connection is taken (F47)', async () => {
  const asleep = navigator.locks.request(name, {}, () => new Promise(() => {}))
  asleep.catch(() => {})
  const { feed } = openTab()
  expect(feed.getSnapshot()).toEqual({ status: 'connecting' })
  await becomes({ feed }, 'live')
  expect(open.size).toBe(1)
})

test('when the tab that is connected falls asleep, another finds out by itself and connects (F49)', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  onTestFinished(() => void vi.useRealTimers())
  const { first, second, connected } = await openTwo()
  // Asked, it says that it is there, and so it stays the one.
  const states = vi.fn()
  second.feed.subscribe(states)
  vi.advanceTimersByTime(pingInterval)
  await until(() => expect(states).toHaveBeenCalled())
  expect(second.feed.getSnapshot()).toEqual({ status: 'live' })
  expect([...open]).toEqual([connected])
  // Somebody holds the lock and answers nothing.
  void navigator.locks.request(name, { steal: true }, () => new Promise(() => {})).catch(() => {})
  await until(() => expect(open.size).toBe(0))
  first.feed.close()
  vi.advanceTimersByTime(pingInterval)
  await until(() => expect(open.size).toBe(1))
  const [next] = open
  next?.tell(said('B'))
  expect(second.heard).toEqual([said('B')])
})

test('a tab whose connection was taken closes it, and hears the other', async () => {
  const { first, second, connected } = await openTwo()
  const thief = openTab()
  void navigator.locks.request(name, { steal: true }, () => new Promise(() => {})).catch(() => {})
  await until(() => expect(open).not.toContain(connected))
  // Whoever took it does not answer, so one of these takes it back.
  first.feed.check()
  await until(() => expect(open.size).toBe(1))
  const [next] = open
  next?.tell(said('B'))
  await until(() => expect(second.heard).toEqual([said('B')]))
  await until(() => expect(thief.heard).toEqual([said('B')]))
})

test('a browser without locks cannot share', () => {
  expect(canShareFeed()).toBe(true)
  vi.stubGlobal('navigator', {})
  expect(canShareFeed()).toBe(false)
})
