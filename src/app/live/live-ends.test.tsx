import { act, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { asked, say } from '../testing/inbox.ts'
import { connections, isConnected, openLive, ownChats, rowOf } from '../testing/live.ts'

/** The page is looked at. */
const look = () =>
  act(async () => void document.dispatchEvent(new Event('visibilitychange', { bubbles: true })))

const notice = () => screen.queryByText(/^Live updates/)

test.each([
  'access_token_expired',
  'connection_timeout',
  'internal_error',
  'role_permissions_changed',
  'something_new_in_2030',
])('after %s the agent is connected again, and nothing is missed', async (reason) => {
  // In the implicit grant a token that has ended ends the session.
  const { sandbox } = await openLive({ grantType: 'code' })
  const [chatId = ''] = ownChats(sandbox.world)
  act(() => connections(sandbox)[0]?.disconnect(reason))
  say(sandbox.world, chatId, 'while nobody listened')
  await isConnected(sandbox)
  await waitFor(() => expect(rowOf(chatId)?.textContent).toContain('while nobody listened'))
  say(sandbox.world, chatId, 'and on it goes')
  await waitFor(() => expect(rowOf(chatId)?.textContent).toContain('and on it goes'))
  expect(notice()).toBeNull()
})

test.each([
  ['agent_disconnected_by_server', /^Live updates moved to another window/],
  ['too_many_connections', /^Live updates moved to another window/],
  ['agent_logged_out_remotely', /^Live updates were turned off from another place/],
  ['license_expired', /^Live updates are unavailable/],
])('after %s nobody connects by themselves, and the page says so', async (reason, words) => {
  const { sandbox } = await openLive()
  act(() => connections(sandbox)[0]?.disconnect(reason))
  await screen.findByText(words)
  await look()
  expect(asked(sandbox, 'login')).toHaveLength(1)
})

test('a renewed token is told on the same connection', async () => {
  const { sandbox, client } = await openLive({ grantType: 'code' })
  const [connection] = connections(sandbox)
  const before = connection?.session?.authorization
  await act(async () => {
    await client.renewAccessToken(await client.getAccessToken())
  })
  await look()
  await waitFor(() => expect(asked(sandbox, 'update_session')).toHaveLength(1))
  expect(connections(sandbox)).toEqual([connection])
  expect(connection?.session?.authorization).not.toBe(before)
})

test('a connection that fell silent while the machine slept is replaced once the page is looked at', async () => {
  const { sandbox } = await openLive()
  const [chatId = ''] = ownChats(sandbox.world)
  const [asleep] = connections(sandbox)
  asleep?.silence()
  say(sandbox.world, chatId, 'good morning')
  await look()
  await waitFor(() => expect(connections(sandbox).filter((one) => one !== asleep)).toHaveLength(1))
  await waitFor(() => expect(rowOf(chatId)?.textContent).toContain('good morning'))
})
