import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { openApp } from '../testing/open-app.ts'
import { describeRole } from './profile-panel.tsx'

test('roles have the names agents know; an unknown one is shown unchanged', () => {
  expect(['owner', 'viceowner', 'administrator', 'normal'].map(describeRole)).toEqual([
    'Owner',
    'Vice owner',
    'Administrator',
    'Agent',
  ])
  expect(describeRole('toString')).toBe('toString')
  expect(describeRole('night shift')).toBe('night shift')
})

const panel = (name: string) => screen.findByRole('region', { name })
/** What goes wrong with the accounts server, as the account page says it. */
const failures = [
  { status: 404 },
  { status: 429 },
  { status: 500 },
  { status: 200, body: 'no JSON' },
  { drop: true },
]

test.each(failures)('the sessions panel explains %j, and loads when asked again', async (fault) => {
  const { sandbox, user } = await openApp('/account', {
    prepare: ({ world }) => world.faults.push({ endpoint: 'sessions', times: 9, ...fault }),
  })
  const sessions = await panel('Where you’re signed in')
  const alert = await within(sessions).findByRole('alert')
  expect(alert.textContent).toMatch(/^Your sessions couldn’t be loaded\. [A-Z].*\./)
  sandbox.world.faults.length = 0
  await user.click(within(sessions).getByRole('button', { name: 'Try again' }))
  await within(sessions).findByRole('list', { name: 'Sessions' })
  expect(within(sessions).queryByRole('alert')).toBeNull()
  within(await panel('Profile')).getByText('Ada Agent')
})

test('validating a session says how long it lasts and what it may do', async () => {
  const { user } = await openApp('/account')
  await user.click(await screen.findByRole('button', { name: 'Validate session' }))
  await screen.findByText(/^This session is active\. It expires in .*\. It has 5 scopes\.$/)
})

test('a sign-in without the scope for sessions says which one is missing, and why', async () => {
  await openApp('/account', {
    beforeSignIn: ({ world }) => {
      for (const client of world.clients.values()) {
        client.scopes = client.scopes.filter((scope) => !scope.startsWith('sessions'))
      }
    },
  })
  const sessions = await panel('Where you’re signed in')
  await within(sessions).findByText('This sign-in can’t list your sessions')
  expect(sessions.textContent).toContain('sessions--my:ro')
})

test('offline, the page says so and reports what fails', async () => {
  const { goOffline, user } = await openApp('/account')
  await screen.findByRole('list', { name: 'Sessions' })
  goOffline()
  await screen.findByText('You’re offline')
  await user.click(screen.getByRole('button', { name: 'Validate session' }))
  await screen.findByText(/LiveChat cannot be reached/)
})
