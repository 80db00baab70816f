import { expect, test } from 'vitest'

// Tests of this folder run where there is no page, as the server of a page does.
test('a server may import the element, and even its definition', async () => {
  expect(globalThis.HTMLElement).toBeUndefined()
  const { SignInWithLiveChatElement } = await import('./index.ts')
  expect(SignInWithLiveChatElement.observedAttributes).toContain('client-id')
  const defined = await import('./define.ts')
  expect(defined.SignInWithLiveChatElement).toBe(SignInWithLiveChatElement)
})
