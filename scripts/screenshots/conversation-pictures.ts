import { revokeTokens } from '../../sandbox/control/control-actions.ts'
import { clientId, goTo, rows, type Studio, signIn } from './screenshot-session.ts'
import {
  findChat,
  hasCards,
  isClosed,
  isMine,
  isOpenToOthers,
  isRestricted,
  sayMuch,
} from './staged-chats.ts'

/** A conversation in all its states. */
export async function takeConversation(studio: Studio): Promise<void> {
  const { page, context, world, take } = studio
  const open = async (chatId: string) => {
    await goTo(page, `/chats/${chatId}`)
    await page.locator('.event, .restricted').first().waitFor()
  }
  await signIn(page)
  const answered = rows(page).filter({ hasText: 'You:' }).first().getByRole('link')
  const mine = (await answered.getAttribute('href'))?.split('/').at(-1) ?? ''
  world.faults.push({ endpoint: 'get_chat', times: 1, delay: 60_000 })
  await goTo(page, `/chats/${findChat(world, isClosed)}`)
  await page.getByText('Loading chat…').waitFor()
  await take('conversation-loading')
  world.faults.length = 0
  await goTo(page, '/chats')

  await open(mine)
  await page.getByRole('textbox', { name: 'Reply to customer' }).waitFor()
  await take('conversation')
  sayMuch(world, mine)
  await page.getByText('Wirrwarr').last().waitFor()
  await take('conversation-long')
  const details = page.getByRole('button', { name: 'Show details' })
  if (await details.isVisible()) await details.click()
  await take('conversation-details')
  const hide = page.getByRole('button', { name: 'Hide details' })
  if (await hide.isVisible()) await hide.click()
  await page.getByRole('button', { name: 'Transfer' }).click()
  await page.getByRole('region', { name: 'Transfer chat' }).getByRole('button').first().waitFor()
  await take('conversation-transfer')
  await page.getByRole('button', { name: 'Transfer' }).click()

  await page.getByRole('radio', { name: 'Note' }).check()
  await page.getByRole('textbox', { name: 'Note to agents' }).fill('Has asked for Jamie before.')
  await page.getByRole('button', { name: 'Add note' }).click()
  await page.getByText('note, visible to agents only').first().waitFor({ state: 'attached' })
  await page.getByRole('radio', { name: 'Reply' }).check()
  world.faults.push({ endpoint: 'send_event', times: 1, errorType: 'limit_reached' })
  await page.getByRole('textbox', { name: 'Reply to customer' }).fill('It is in stock again.')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').waitFor()
  await take('conversation-failed')

  await open(findChat(world, isOpenToOthers))
  await take('conversation-not-joined')
  await open(findChat(world, isClosed))
  await take('conversation-closed')
  await open(findChat(world, isRestricted))
  await take('conversation-restricted')
  await open(findChat(world, hasCards))
  const cards = page.locator('.cards').last()
  await cards.scrollIntoViewIfNeeded()
  await take('conversation-cards')

  world.faults.push({ endpoint: 'get_chat', times: 99, errorType: 'missing_access' })
  await goTo(page, `/chats/${findChat(world, (chat) => isMine(chat) && chat.id !== mine)}`)
  await page.getByRole('alert').waitFor()
  await take('conversation-error')
  world.faults.length = 0

  await open(mine)
  await context.setOffline(true)
  await page.getByText('You’re offline').first().waitFor({ state: 'attached' })
  await take('conversation-offline')
  await context.setOffline(false)
  await page.getByText('You’re offline').first().waitFor({ state: 'detached' })
  revokeTokens(world, { clientId })
  await page.getByRole('textbox', { name: 'Reply to customer' }).fill('Are you still there?')
  await page.keyboard.press('Enter')
  await page.getByText('Sign in again to send.').waitFor({ state: 'attached' })
  await take('conversation-expired')
}
