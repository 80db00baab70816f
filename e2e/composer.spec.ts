import type { Page } from '@playwright/test'
import type { Inbox } from '../sandbox/inbox/inbox.ts'
import { expectNothingSeriousInAnyLook } from './support/axe.ts'
import { agent, expect, goTo, runningStack, signInButton, test } from './support/fixtures.ts'
import { pixel } from './support/pixel.ts'
import { openSignedIn, signOut } from './support/session-steps.ts'
import { inboxOf } from './support/world-inbox.ts'

const talk = (page: Page) => page.getByRole('region', { name: 'Conversation' })
const reply = (page: Page) => page.getByRole('textbox', { name: /^(Reply|Note) to/ })

function myChat(inbox: Inbox): string {
  const mine = inbox.index
    .all()
    .find(({ active, present }) => active && present.includes(agent.email))
  if (!mine) throw new Error('the sandbox has no chat of the agent')
  return mine.id
}

/** Files as the browser gives them with a paste or a drop. */
function transfer(page: Page, type: 'paste' | 'drop', on: string) {
  return page.locator(on).evaluate(
    (target, { kind, bytes }) => {
      const data = new DataTransfer()
      data.items.add(new File([Uint8Array.from(bytes)], 'tent.png', { type: 'image/png' }))
      const init = { bubbles: true, cancelable: true }
      const event =
        kind === 'paste'
          ? new ClipboardEvent(kind, { ...init, clipboardData: data })
          : new DragEvent(kind, { ...init, dataTransfer: data })
      target.dispatchEvent(event)
    },
    { kind: type, bytes: [...pixel] },
  )
}

for (const [type, on] of [
  ['paste', '.reply-text'],
  ['drop', '.talk-scroller'],
] as const) {
  test(`a picture is shown small after a ${type}, and sent after the text`, async ({
    page,
    world,
  }) => {
    const inbox = inboxOf(world)
    const chatId = myChat(inbox)
    const complaints: string[] = []
    page.on('console', (message) => {
      if (/Content.Security.Policy/i.test(message.text())) complaints.push(message.text())
    })
    await openSignedIn(page, { at: `/chats/${chatId}` })
    await reply(page).fill('like this one')
    await transfer(page, type, on)
    const preview = page.getByRole('list', { name: 'Attached files' }).locator('canvas')
    await expect(preview).toHaveJSProperty('height', 96)
    await expect(reply(page)).toBeFocused()
    await expect(reply(page)).toHaveValue('like this one')
    await page.keyboard.press('Enter')
    const picture = talk(page).getByRole('img', { name: 'tent.png' })
    await expect(picture).toHaveJSProperty('naturalWidth', 1)
    const events = inbox.read(chatId)?.threads.at(-1)?.events.slice(-2) ?? []
    expect(events.map((event) => event.type)).toEqual(['message', 'file'])
    expect(complaints).toEqual([])
  })
}

test('a draft survives a reload, and is gone after sign-out (A62)', async ({ page, world }) => {
  const chatId = myChat(inboxOf(world))
  await openSignedIn(page, { at: `/chats/${chatId}` })
  await reply(page).fill('half a thought')
  await page.reload()
  await signInButton(page).click()
  await expect(reply(page)).toHaveValue('half a thought')
  await goTo(page, '/chats')
  const row = page.getByRole('list', { name: 'Chats' }).locator(`a[href^="/chats/${chatId}"]`)
  await expect(row).toContainText('Draft')
  const stored = () => page.evaluate(() => JSON.stringify(Object.entries(sessionStorage)))
  expect(await stored()).toContain('half a thought')
  expect(await stored()).not.toMatch(/token|dal:/)
  await signOut(page)
  await expect(signInButton(page)).toBeVisible()
  expect(await stored()).not.toContain('half a thought')
})

test('leaving the page with a message under way asks first', async ({ page, world }) => {
  const chatId = myChat(inboxOf(world))
  await openSignedIn(page, { at: `/chats/${chatId}` })
  world.faults.push({ endpoint: 'send_event', times: 1, delay: 3_000 })
  await reply(page).fill('under way')
  await page.keyboard.press('Enter')
  const asked = page.waitForEvent('dialog')
  await page.close({ runBeforeUnload: true })
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()
  await expect(talk(page).getByText('under way')).toBeVisible()
})

test('an emoji is found by name and put where the cursor is, from this site alone', async ({
  page,
  world,
}) => {
  const chatId = myChat(inboxOf(world))
  const complaints: string[] = []
  page.on('console', (message) => {
    if (/Content.Security.Policy/i.test(message.text())) complaints.push(message.text())
  })
  await openSignedIn(page, { at: `/chats/${chatId}` })
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).origin))
  await reply(page).fill('thanks!')
  await page.keyboard.press('ArrowLeft')
  const button = page.getByRole('button', { name: 'Emoji', exact: true })
  await button.click()
  const search = page.getByRole('searchbox', { name: 'Search emoji' })
  await expect(search).toBeFocused()
  await expect(
    page.getByRole('dialog', { name: 'Emoji' }).getByText('Smileys & emotion'),
  ).toBeVisible()
  await expectNothingSeriousInAnyLook(page, [1280, 390])
  await search.fill('thumbs up')
  await expect(page.getByRole('gridcell')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(reply(page)).toBeFocused()
  await expect(reply(page)).toHaveValue(/^thanks👍\uFE0F?!$/)
  await button.click()
  await expect(search).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(button).toBeFocused()
  await expect(page).toHaveURL(`/chats/${chatId}`)
  const { appUrl, apiUrl, accountsUrl } = runningStack()
  expect(
    [...new Set(asked)].filter((origin) => ![appUrl, apiUrl, accountsUrl].includes(origin)),
  ).toEqual([])
  expect(complaints).toEqual([])
})
