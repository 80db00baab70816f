import { afterEach, expect, test, vi } from 'vitest'

afterEach(() => {
  vi.doUnmock('react')
  vi.resetModules()
})

test('with React 17 the provider says which version it needs', async () => {
  vi.resetModules()
  vi.doMock('react', async (original) => ({
    ...(await original<typeof import('react')>()),
    useSyncExternalStore: undefined,
    version: '17.0.2',
  }))
  const { LiveChatProvider } = await import('./livechat-provider.tsx')
  const render = () => LiveChatProvider({ client: {} as never })
  expect(render).toThrow('needs React 18.3 or newer; this page has 17.0.2')
})
