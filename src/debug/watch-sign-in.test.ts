import { afterEach, expect, test, vi } from 'vitest'
import { createSignInClient, SignInError } from '../auth/index.ts'
import { logSignIn, type SignInEvent, watchSignIn } from './index.ts'

afterEach(() => void vi.restoreAllMocks())

const clientOf = () => createSignInClient({ clientId: 'app' })

test('tells the present state, then each change, until it is stopped', async () => {
  const client = clientOf()
  const events: SignInEvent[] = []
  const stop = watchSignIn(client, (event) => events.push(event))
  await client.signIn().catch(() => {})
  const { length } = events
  stop()
  await client.signIn().catch(() => {})
  expect(events).toHaveLength(length)
  expect(events[0]).toMatchObject({ type: 'state', status: 'signed-out' })
  // Without a browser a sign-in fails.
  expect(events.at(-1)).toMatchObject({ status: 'signed-out', code: expect.any(String) })
})

test('a log is written for whoever looks at verbose messages', async () => {
  const written = vi.spyOn(console, 'debug').mockReturnValue()
  const client = clientOf()
  const stop = logSignIn(client)
  await client.signIn().catch((thrown) => expect(thrown).toBeInstanceOf(SignInError))
  stop()
  expect(written.mock.calls[0]).toEqual([
    expect.stringMatching(/^sign-in-with-livechat \d{4}-.+Z state$/),
    { status: 'signed-out', after: 0 },
  ])
})
