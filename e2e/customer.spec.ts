import { mintAccessToken } from '../sandbox/control/control-actions.ts'
import { appendEvent } from '../sandbox/inbox/chat-mutations.ts'
import { expectNothingSeriousInAnyLook } from './support/axe.ts'
import { agent, clientId, expect, test } from './support/fixtures.ts'
import { pixel } from './support/pixel.ts'
import { inboxOf } from './support/world-inbox.ts'

test('a customer chats with an agent on the sandbox’s page, sends a picture, rates and leaves', async ({
  page,
  stack,
  world,
}) => {
  const inbox = inboxOf(world)
  mintAccessToken(world, { clientId, email: agent.email })
  await page.goto(`${stack.apiUrl}/customer`)
  await page.getByLabel('Name').fill('Robin Fields')
  await page.getByLabel('How can we help?').fill('My tent leaks.')
  await expectNothingSeriousInAnyLook(page, [1280, 320])
  await page.getByRole('button', { name: 'Start chat' }).click()
  await expect(page.getByText('You are chatting with Ada Agent.')).toBeVisible()
  await expect(page.getByLabel('Message', { exact: true })).toBeFocused()

  const peeks: unknown[] = []
  const stop = inbox.changes.subscribe((change) => {
    if (change.type === 'signal') peeks.push(change.signal)
  })
  await page.keyboard.type('Here')
  await expect
    .poll(() => peeks.at(-1))
    .toMatchObject({ action: 'incoming_sneak_peek', payload: { sneak_peek: { text: 'Here' } } })
  stop()
  await page.keyboard.press('Enter')
  const log = page.getByRole('log')
  await expect(log).toContainText('Here')
  await page
    .getByLabel('Send picture')
    .setInputFiles({ name: 'tent.png', mimeType: 'image/png', buffer: pixel })
  await expect(log.getByRole('img', { name: 'tent.png' })).toHaveJSProperty('naturalWidth', 1)

  const [chatId = ''] = inbox.index.all().flatMap(({ id }) => {
    const name = inbox.read(id)?.customer?.name
    return name === 'Robin Fields' ? [id] : []
  })
  const typing_indicator = { author_id: agent.email, is_typing: true }
  inbox.signal(chatId, {
    action: 'incoming_typing_indicator',
    to: 'everybody',
    payload: { chat_id: chatId, typing_indicator },
  })
  await expect(page.getByText('Ada Agent is typing…')).toBeVisible()
  inbox.change(chatId, (chat) => {
    const content = { type: 'message', text: 'A new one is on its way.' } as const
    appendEvent(chat, { content, author: agent.email }, world.now())
  })
  await expect(log).toContainText('A new one is on its way.')
  await expect(page.getByText('is typing…')).toBeHidden()
  await expectNothingSeriousInAnyLook(page, [1280, 320])

  await page.getByRole('button', { name: 'Good' }).click()
  await expect(page.getByRole('button', { name: 'Good', pressed: true })).toBeVisible()
  await page.reload()
  await expect(log).toContainText('My tent leaks.')
  await page.getByRole('button', { name: 'End chat' }).click()
  await expect(page.getByText('This chat has ended.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Start new chat' })).toBeFocused()
  expect(inbox.entry(chatId)?.active).toBe(false)
})
