import { mintAccessToken } from '../sandbox/control-actions.ts'
import { expect, test } from './attack.ts'
import { chatList, clientId, expectChats, signInButton, signInByPopup } from './stack.ts'

test('F31 a page the browser kept aside shows no chat after a sign-out elsewhere', async ({
  page,
  context,
  evil,
}) => {
  await signInByPopup(page)
  const other = await context.newPage()
  await other.goto('/')
  await signInButton(other).click()
  await expectChats(other)

  await page.goto(evil.serve('/', ''))
  await other.getByRole('button', { name: 'Sign out' }).click()
  await expect(signInButton(other)).toBeVisible()
  await page.evaluate(() => history.back())
  await expect(signInButton(page)).toBeVisible()
  await expect(chatList(page)).toBeHidden()
})

test('A38 nothing an evil page can load signs the agent out', async ({
  page,
  evil,
  stack,
  world,
}) => {
  await signInByPopup(page)
  const addresses = [
    `${stack.accountsUrl}/v2/token`,
    `${stack.accountsUrl}/v2/sessions`,
    `${stack.appUrl}/sign-out`,
    `${stack.appUrl}/?sign-out`,
  ]
  const attack = await page.context().newPage()
  await attack.goto(
    evil.serve(
      '/',
      `for (const url of ${JSON.stringify(addresses)}) {
        new Image().src = url
        document.body.append(Object.assign(document.createElement('iframe'), { src: url }))
        fetch(url, { method: 'DELETE', credentials: 'include' }).catch(() => {})
      }
      addEventListener('load', () => { document.title = 'tried' })`,
    ),
  )
  await expect(attack).toHaveTitle('tried')
  expect(world.accessTokens.size).toBe(1)
  await page.getByRole('button', { name: 'Refresh' }).click()
  await expectChats(page)
  await expect(page.getByRole('alert')).toBeHidden()
})

test('A39 the 26th sign-in evicts the oldest token: that session ends with a reason, without a loop', async ({
  page,
  world,
}) => {
  await signInByPopup(page)
  for (let i = 0; i < 25; i++) mintAccessToken(world, { clientId, email: 'agent@example.com' })
  world.requests.length = 0
  await page.getByRole('button', { name: 'Refresh' }).click()
  await expect(page.getByText('Your session has ended', { exact: true })).toBeVisible()
  expect(world.requests.filter((one) => one.endpoint === 'list_chats')).toHaveLength(1)
  expect(world.requests.filter((one) => one.endpoint === 'authorize')).toEqual([])
})

test('A6, A13 an answer to one server’s request is not taken for another’s', async ({
  page,
  stack,
}) => {
  await page.goto('/')
  await page.evaluate(
    ([id, url]) => {
      const pending = {
        state: 'known',
        grant: 'implicit',
        flow: 'redirect',
        clientId: id,
        accountsUrl: 'https://elsewhere.example',
        redirectUri: `${url}/callback`,
        returnTo: '/chats',
        createdAt: Date.now(),
      }
      sessionStorage.setItem(`sign-in-with-livechat:pending:${id}`, JSON.stringify(pending))
    },
    [clientId, stack.appUrl] as const,
  )
  await page.goto('/callback#access_token=dal:secret&token_type=Bearer&expires_in=60&state=known')
  await expect(page.getByRole('alert')).toContainText('does not belong to a sign-in started here')
  await expect(chatList(page)).toBeHidden()
})
