import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { savePending } from '../../auth/flow/pending-sign-in.ts'
import { readEnvironment } from '../environment.ts'
import { openApp } from '../testing/open-app.ts'

const { clientId, accountsUrl } = readEnvironment({})

function startRedirect(server = accountsUrl, createdAt = Date.now()) {
  const pending = {
    state: 'known',
    grantType: 'implicit',
    flow: 'redirect',
    clientId,
    accountsUrl: server,
    redirectUri: 'http://localhost:3000/callback',
    returnTo: '/chats',
    createdAt,
  } as const
  savePending(pending, sessionStorage)
}

/** Opens the app with a response and checks that it is refused in words and leaves nothing behind. */
async function expectRefused(address: string, words: string) {
  const { sandbox, client } = await openApp(address, { email: null, chats: 5 })
  expect((await screen.findByRole('alert')).textContent).toContain(words)
  screen.getByRole('button', { name: 'Sign in with LiveChat' })
  expect(client.getSnapshot().status).toBe('signed-out')
  expect(sandbox.world.requests).toEqual([])
  expect(location.href).not.toMatch(/access_token|code=|state=|secret/)
  const kept = [
    { ...localStorage },
    { ...sessionStorage },
    document.cookie,
    history.state,
    window.name,
    document.documentElement.outerHTML,
  ]
  expect(JSON.stringify(kept)).not.toContain('secret')
}

const token = '#access_token=dal:secret&token_type=Bearer&expires_in=60'

test.each([
  ['token with no state (A1)', token],
  ['token with an empty state (A1)', `${token}&state=`],
  ['token with an unknown state (A1)', `${token}&state=forged`],
  ['code with no state (A2)', '?code=secret'],
  ['code with an empty state (A2)', '?code=secret&state='],
  ['code with an unknown state (A2)', '?code=secret&state=forged'],
])('a forged %s is rejected without a request', async (_, response) => {
  await expectRefused(`/callback${response}`, 'does not belong to a sign-in started here')
})

test.each([
  ['a code instead of a token (A6)', '?code=secret'],
  ['a token in the query (A7)', '?access_token=dal:secret&token_type=Bearer&expires_in=60'],
  ['a response in both places (A8)', '?code=secret#access_token=dal:secret&token_type=Bearer'],
  ['a token given twice (A9)', '#access_token=dal:secret&access_token=dal:other&token_type=Bearer'],
  ['a token in brackets (A11)', '#access_token[a]=dal:secret&__proto__=x&token_type=Bearer'],
  ['a token of type mac (A12)', '#access_token=dal:secret&token_type=mac&expires_in=60'],
  [
    'a response of another server (A13)',
    '#access_token=dal:secret&token_type=Bearer&iss=https://evil.example',
  ],
  ['a lifetime of -1 (F13)', '#access_token=dal:secret&token_type=Bearer&expires_in=-1'],
])('%s is rejected although its state is right', async (_, response) => {
  startRedirect()
  await expectRefused(`/callback${response}&state=known`, 'incomplete or contradictory')
})

test('an error beside a token wins (A10)', async () => {
  startRedirect()
  const response = '#error=access_denied&access_token=dal:secret&token_type=Bearer&state=known'
  await expectRefused(`/callback${response}`, 'Access was denied')
})

test('a response to one server’s request is not taken for another’s (A13)', async () => {
  startRedirect('https://elsewhere.example')
  await expectRefused(`/callback${token}&state=known`, 'does not belong to a sign-in started here')
})

test.each([
  ['a forged token on another page (A1)', `/chats${token}&state=siwl_${'f'.repeat(43)}`],
  ['broken escapes (A11)', `/callback${token}&state=%&%&%25&%00`],
])('%s is rejected', async (_, address) => {
  await expectRefused(address, 'does not belong to a sign-in started here')
})

test('a response after more than half an hour is rejected (A4)', async () => {
  startRedirect(accountsUrl, Date.now() - 31 * 60_000)
  await expectRefused(`/callback${token}&state=known`, 'started too long ago')
})
