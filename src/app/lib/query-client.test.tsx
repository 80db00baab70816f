import { MutationObserver, QueryObserver } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { forgetAll } from '../../react/inbox/inbox-internal.ts'
import { createQueryClient } from './query-client.ts'
import { isOnline, reportUnreached } from './use-online.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const wait = (time: number) => new Promise((resolve) => setTimeout(resolve, time))

test('what was loaded is not kept for a view or a request that ends later, or begins then (F45)', async () => {
  const queries = createQueryClient()
  const view = new QueryObserver(queries, { queryKey: ['chats'], queryFn: () => 'loaded' })
  const close = view.subscribe(() => {})
  const slow = queries.fetchQuery({ queryKey: ['slow'], queryFn: () => wait(1000) })
  slow.catch(() => {})
  const act = (time: number) => {
    const action = new MutationObserver(queries, { mutationFn: () => wait(time) })
    const close = action.subscribe(() => {})
    void action.mutate()
    return { close }
  }
  const early = act(5)
  const late = act(1000)
  await vi.advanceTimersByTimeAsync(10)
  early.close()

  forgetAll(queries)
  void view.refetch()
  close()
  late.close()
  await queries.fetchQuery({ queryKey: ['late'], queryFn: () => 'loaded' })
  await vi.advanceTimersByTimeAsync(2000)
  expect(vi.getTimerCount()).toBe(0)
  expect(queries.getQueryCache().getAll()).toEqual([])
})

test('a response that was on its way as the network went does not say that it is back', async () => {
  vi.useFakeTimers()
  const queries = createQueryClient()
  const queryFn = () => wait(10).then(() => 'loaded')
  const slow = queries.fetchQuery({ queryKey: ['slow'], queryFn })
  const act = new MutationObserver(queries, { mutationFn: () => wait(10) })
  const acted = act.mutate()
  await vi.advanceTimersByTimeAsync(5)
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  reportUnreached()
  await vi.advanceTimersByTimeAsync(5)
  await Promise.all([slow, acted])
  expect(isOnline()).toBe(false)

  await queries.fetchQuery({ queryKey: ['later'], queryFn: () => 'loaded' })
  expect(isOnline()).toBe(true)

  reportUnreached()
  await vi.advanceTimersByTimeAsync(1)
  const again = new MutationObserver(queries, { mutationFn: async () => 'done' })
  await again.mutate()
  expect(isOnline()).toBe(true)
})
