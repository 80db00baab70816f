import type { Page } from '@playwright/test'
import { expect, test } from './support/attack-fixtures.ts'
import { chatList, expectChats, fillInLogin, pressBack, signInButton } from './support/fixtures.ts'
import {
  ended,
  leaveForLiveChat,
  openSignedIn,
  refreshList,
  signedInTab,
  signIn,
  signOut,
} from './support/session-steps.ts'
import { asked, tokenRequests } from './support/world-requests.ts'

test('a page restored by the browser shows no chat after a sign-out elsewhere (F31)', {
  tag: '@chromium',
}, async ({ page, context, evil }) => {
  await signIn(page)
  const other = await signedInTab(context)

  await page.goto(evil.serve('/', ''))
  await signOut(other)
  await expect(signInButton(other)).toBeVisible()
  await pressBack(page)
  await expect(signInButton(page)).toBeVisible()
  await expect(chatList(page)).toBeHidden()
})

test('nothing a hostile page can load signs the agent out (A38)', async ({
  page,
  evil,
  stack,
  world,
}) => {
  await openSignedIn(page)
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

test('two tabs with their own sessions renew at the same moment, each for itself (F18)', async ({
  page,
  context,
  world,
}) => {
  await context.clock.install()
  await signIn(page, { grantType: 'Code' })
  const tabs = [page, await signedInTab(context)]
  world.requests.length = 0
  await context.clock.fastForward('07:59:30')
  await expect.poll(() => tokenRequests(world).map(({ status }) => status)).toEqual([200, 200])
  for (const tab of tabs) {
    // A poll may be under way after so long; the click then waits for that one.
    const refresh = tab.getByRole('button', { name: 'Refresh' })
    await refresh.click()
    await expect(refresh).toHaveAttribute('aria-busy', 'false')
    await expect(tab.getByRole('alert')).toBeHidden()
    await expect(ended(tab)).toBeHidden()
  }
  const polled = asked(world, 'list_chats').filter(({ method }) => method === 'POST')
  expect(new Set(polled.map(({ status }) => status))).toEqual(new Set([200]))
})

/** Duplicates a tab as the browser does: the same URL, with a copy of its session storage. */
async function duplicate(page: Page): Promise<Page> {
  const opened = page.context().waitForEvent('page')
  await page.evaluate(() => void window.open(location.href))
  return opened
}

const pendingOf = (page: Page) =>
  page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.includes(':pending:')))

test('a tab that is duplicated on its way to LiveChat: each response is accepted once, in its own tab', async ({
  page,
  world,
}) => {
  await leaveForLiveChat(page, 'Code')
  const copy = await duplicate(page)
  await fillInLogin(page)
  await expectChats(page)
  await fillInLogin(copy)
  await expectChats(copy)
  for (const tab of [page, copy]) {
    expect(await pendingOf(tab)).toEqual([])
    expect((await refreshList(tab)).ok()).toBe(true)
    await expect(ended(tab)).toBeHidden()
  }
  expect(world.accessTokens.size).toBe(2)
})

test('a tab that is duplicated once signed in shares neither the session nor the response', async ({
  page,
  world,
}) => {
  await signIn(page, { flow: 'Redirect', grantType: 'Implicit' })
  // The browser itself keeps the URL the page was loaded with.
  const answer = await page.evaluate(
    () => performance.getEntriesByType('navigation')[0]?.name ?? '',
  )
  expect(answer).toContain('state=')

  const copy = await duplicate(page)
  await expect(signInButton(copy)).toBeVisible()
  await expect(chatList(copy)).toBeHidden()
  world.requests.length = 0
  await copy.goto(answer)
  await expect(copy.getByRole('alert')).toContainText('does not belong to a sign-in started here')
  expect(tokenRequests(world)).toEqual([])
  expect((await refreshList(page)).ok()).toBe(true)
  await expect(ended(page)).toBeHidden()
})
