import { fillIn, openPopup, type Studio, signInButton } from './screenshot-session.ts'

/** Everything an agent sees before they are signed in. */
export async function takeSignIn(studio: Studio): Promise<void> {
  const { page, context, world, take, look } = studio
  const [known] = world.clients.values()
  await page.goto('/')
  await signInButton(page).waitFor()
  await take('sign-in')

  const denied = await openPopup(page)
  await denied.setViewportSize({ width: Math.min(500, look.viewport.width), height: 650 })
  await take('accounts-login', denied)
  await take('sign-in-busy')
  await fillIn(denied, 'wrong')
  await denied.getByRole('alert').waitFor()
  await take('accounts-wrong-password', denied)
  if (known) known.visibility = 'public'
  await fillIn(denied, 'sandbox')
  await denied.getByRole('button', { name: 'Allow' }).waitFor()
  await take('accounts-consent', denied)
  await denied.getByRole('button', { name: 'Deny' }).click()
  await page.getByRole('alert').waitFor()
  await take('sign-in-denied')
  if (known) known.visibility = 'private'

  const lost = await context.newPage()
  await lost.goto(`${studio.accountsUrl}/?client_id=unknown&response_type=token`)
  await take('accounts-ooops', lost)
  await lost.close()

  await page.goto('/callback#access_token=x&state=forged')
  await page.getByRole('alert').waitFor()
  await take('callback-refused')
  await page.goto('/nowhere')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await take('not-found')

  await page.goto('/token')
  await page.getByLabel('Account ID').fill('nobody')
  await page.getByLabel('Token', { exact: true }).fill('dal:nothing')
  await page.getByRole('button', { name: 'Use this token' }).click()
  await page.getByRole('alert').waitFor()
  await take('token-refused')

  world.faults.push({ endpoint: 'list_chats', times: 1, delay: 60_000 })
  await page.goto('/chats')
  await signInButton(page).click()
  await page.getByRole('timer').waitFor()
  await page.getByText('Loading your chats…').waitFor({ state: 'attached' })
  await take('chats-loading')
  world.faults.length = 0
  await page.goto('/')
  await signInButton(page).waitFor()
  await take('continue-as')
}
