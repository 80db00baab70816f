import { expect, test } from 'vitest'

// These tests run without a page, like the server that renders one.
test('a server can import the element, and even the module that registers it', async () => {
  expect(globalThis.HTMLElement).toBeUndefined()
  const { SignInWithLiveChatElement } = await import('./index.ts')
  expect(SignInWithLiveChatElement.observedAttributes).toContain('client-id')
  const defined = await import('./define.ts')
  expect(defined.SignInWithLiveChatElement).toBe(SignInWithLiveChatElement)
})
