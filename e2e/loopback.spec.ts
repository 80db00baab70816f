import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { chatList, expect, test } from './support/fixtures.ts'
import { signIn } from './support/session-steps.ts'

/** Whether this run is the one inside a network namespace, where there is only loopback. */
const isInside = process.env.LOOPBACK_ONLY === 'yes'

test.describe('on a machine that has only loopback', () => {
  test.skip(!isInside, 'runs in a network namespace of its own')

  for (const flow of ['Popup', 'Redirect'] as const) {
    test(`an agent signs in by ${flow.toLowerCase()} and reads chats`, async ({ page }) => {
      await signIn(page, { flow })
      expect(await page.evaluate(() => navigator.onLine)).toBe(false)
      await expect(chatList(page).getByRole('listitem')).not.toHaveCount(0)
      await page.getByRole('button', { name: 'Refresh' }).click()
      await chatList(page).getByRole('link').first().click()
      await expect(page.getByRole('region', { name: 'Conversation' })).toBeVisible()
      await expect(page.getByText('You’re offline')).toBeHidden()
    })
  }
})

test('an agent signs in in both flows and reads chats where there is only loopback', async () => {
  test.skip(isInside, 'this is that place')
  const canIsolate = (await runIsolated(['true'])).succeeded
  test.skip(!canIsolate, 'this machine does not let the test make a network namespace')
  test.setTimeout(180_000)
  const results = test.info().outputPath('inside')
  const { succeeded, output } = await runIsolated(
    [
      ...['npx', 'playwright', 'test', '--config', import.meta.dirname, '--workers', '1'],
      ...['--output', results, 'loopback'],
    ],
    { LOOPBACK_ONLY: 'yes' },
  )
  expect(succeeded, output).toBe(true)
})

/** Runs a command in a new network namespace, which has nothing but loopback. */
function runIsolated(command: string[], environment: Record<string, string> = {}) {
  const isolate = ['--net', '--map-root-user', 'sh', '-c', 'ip link set lo up && exec "$@"', 'sh']
  const options = {
    cwd: join(import.meta.dirname, '..'),
    env: { ...process.env, ...environment },
  }
  return new Promise<{ succeeded: boolean; output: string }>((resolve) =>
    execFile('unshare', [...isolate, ...command], options, (error, output) =>
      resolve({ succeeded: error === null, output }),
    ),
  )
}
