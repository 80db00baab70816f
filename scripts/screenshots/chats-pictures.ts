import { revokeTokens, setTokenLifetime } from '../../sandbox/control/control-actions.ts'
import { createInbox } from '../../sandbox/inbox/inbox.ts'
import type { World } from '../../sandbox/world/world.ts'
import { clientId, goTo, rows, type Studio, signIn } from './screenshot-session.ts'
import { customerReturns } from './staged-chats.ts'

/** The list in all views, loading, empty and failing. */
export async function takeChats(studio: Studio): Promise<void> {
  const { page, context, world, take } = studio
  await signIn(page)
  await take('chats')
  for (const view of ['all', 'queued', 'unassigned', 'closed']) {
    await goTo(page, `/chats?show=${view}`)
    await rows(page).first().waitFor()
    await page.locator('.found').filter({ hasText: /\d/ }).waitFor()
    await take(`chats-${view}`)
  }

  await goTo(page, '/chats?show=all')
  await rows(page).first().waitFor()
  await rows(page).nth(1).hover()
  customerReturns(world)
  await page.getByRole('button', { name: 'Refresh' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Show 1 new chat' }).waitFor()
  await take('chats-arrived')
  await page.getByRole('button', { name: 'Show 1 new chat' }).click()

  world.faults.push({ endpoint: 'list_chats', times: 1, errorType: 'internal' })
  await page.getByRole('button', { name: 'Refresh' }).click()
  await page.getByRole('alert').waitFor()
  await take('chats-error')
  await context.setOffline(true)
  await page.getByText('You’re offline').waitFor()
  await take('chats-offline')
  await context.setOffline(false)
  await page.getByText('You’re offline').waitFor({ state: 'hidden' })
  revokeTokens(world, { clientId })
  await page.getByRole('button', { name: 'Refresh' }).click()
  await page.getByText('Your session has ended', { exact: true }).waitFor()
  await take('chats-expired')

  setTokenLifetime(world, clientId, 50)
  await signIn(page)
  await page.getByRole('button', { name: 'Continue', exact: true }).waitFor()
  await take('chats-expiring')
  setTokenLifetime(world, clientId, 28_800)
  const fill = empty(world)
  await signIn(page, '/chats?show=all', 'No chats yet')
  await take('chats-empty')
  await signIn(page, '/chats', 'You have no open chats')
  await take('chats-mine-empty')
  fill()
  // Asked for with the token at once, and again with the session.
  world.faults.push({ endpoint: 'list_chats', times: 2, errorType: 'authorization' })
  await signIn(page, '/chats', 'This sign-in can’t list chats')
  await take('chats-missing-scope')
}

/** Takes all chats away, until the function it returns is called. */
function empty(world: World): () => void {
  const before = [...world.inboxes]
  for (const [id, { organization, agents, groups }] of before) {
    const options = { seed: 1, organization, agents, groups, chats: 0, now: world.now() }
    world.inboxes.set(id, createInbox(options))
  }
  return () => {
    for (const [id, inbox] of before) world.inboxes.set(id, inbox)
  }
}
