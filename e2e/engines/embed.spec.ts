import { clientId } from '../support/fixtures.ts'
import { expect, test } from './fixtures.ts'
import { fillInLogin, openPopup, signInButton } from './steps.ts'

for (const grant of ['implicit', 'code']) {
  test(`a page with a script file and the element signs in and out, ${grant} grant`, async ({
    tab,
  }) => {
    await tab.goto(`/examples/plain.html?grant-type=${grant}`)
    await fillInLogin(await openPopup(tab))
    await expect.poll(() => tab.text()).toContain('You are signed in, until')
    await tab.role('log', 'Events').says('signed-in')
    await tab.role('button', 'Sign out').click()
    await tab.role('log', 'Events').says('signed-out')
    await signInButton(tab).appears()
  })
}

test('a page with the element signs in by redirect', async ({ tab }) => {
  await tab.goto('/examples/plain.html?flow=redirect&grant-type=code')
  await signInButton(tab).click()
  await fillInLogin(tab)
  await expect.poll(() => tab.text().catch(String)).toContain('You are signed in, until')
  await tab.isAt('/examples/plain.html?flow=redirect&grant-type=code')
})

test('a script and the element are enough', async ({ tab }) => {
  await tab.goto('/examples/bare.html')
  await fillInLogin(await openPopup(tab))
  await expect.poll(() => tab.text()).toContain('You are signed in.')
})

test('a React page signs in', async ({ tab }) => {
  await tab.goto('/examples/react.html')
  await fillInLogin(await openPopup(tab))
  await signInButton(tab).disappears()
  await tab.role('button', 'Sign out').appears()
})

test('an app inside a frame of another site signs in', async ({ tab, front, world }) => {
  const framed = `http://127.0.0.1:${new URL(front.url).port}`
  world.clients.get(clientId)?.redirectUris.push(framed)
  await tab.goto('/examples/frame.html?example=bare.html')
  const frame = tab.inFrame('iframe')
  await signInButton(frame).appears()
  await fillInLogin(await openPopup(frame))
  await expect.poll(() => frame.text()).toContain('You are signed in.')
})
