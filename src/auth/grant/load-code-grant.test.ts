import { expect, onTestFinished, test, vi } from 'vitest'

test('when the code grant cannot be loaded, the agent is told to check the connection', async () => {
  const cause = new TypeError('Importing a module script failed.')
  vi.doMock('oidc-client-ts', () => Promise.reject(cause))
  vi.resetModules()
  onTestFinished(() => {
    vi.doUnmock('oidc-client-ts')
    vi.resetModules()
  })
  const { loadCodeGrant } = await import('./load-code-grant.ts')
  const { SignInError } = await import('../sign-in-error.ts')
  const error = await loadCodeGrant().catch((thrown) => thrown)
  expect(error).toBeInstanceOf(SignInError)
  expect(error).toMatchObject({
    code: 'network',
    message: expect.stringContaining('Check your connection'),
    cause: expect.any(Error),
  })
})
