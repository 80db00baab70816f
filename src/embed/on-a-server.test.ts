import { expect, test } from 'vitest'

// These tests run without a page, like the server that renders one.
test('a server can import the element, and even the module that registers it', async () => {
  expect(globalThis.HTMLElement).toBeUndefined()
  const { SignInWithLiveChatElement } = await import('./index.ts')
  const { observedAttributes, formAssociated } = SignInWithLiveChatElement
  const drawn = ['grant-type', 'label', 'size', 'theme', 'disabled']
  expect(observedAttributes).toEqual(expect.arrayContaining(['client-id', ...drawn]))
  expect(formAssociated).toBe(true)
  const defined = await import('./define.ts')
  expect(defined.SignInWithLiveChatElement).toBe(SignInWithLiveChatElement)
})
