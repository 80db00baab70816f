import { chatList, expect, test } from './support/fixtures.ts'
import { signIn } from './support/session-steps.ts'

test('an agent signs in by popup and sees chats from list_chats', async ({ page, world }) => {
  await signIn(page)
  await expect(page).toHaveURL('/chats')
  await expect(chatList(page).getByRole('listitem')).not.toHaveCount(0)
  expect(world.requests.filter((one) => one.endpoint === 'list_chats')).toHaveLength(1)
})

test('an agent signs in by redirect and sees chats from list_chats', async ({ page, world }) => {
  await signIn(page, { flow: 'Redirect' })
  await expect(page).toHaveURL('/chats')
  await expect(chatList(page).getByRole('listitem')).not.toHaveCount(0)
  expect(world.requests.filter((one) => one.endpoint === 'list_chats')).toHaveLength(1)
})
