import { expect, test } from 'vitest'
import { AccountsSDK, type SDKOptions } from './index.ts'
import { overrideOptions, resolveOptions } from './sdk-options.ts'

const client_id = 'app'

test('without a client id, the constructor throws the same error as the original', () => {
  expect(() => new AccountsSDK({} as SDKOptions)).toThrow('client id not provided')
})

test('a client can be created without a page, as on a server', () => {
  expect(new AccountsSDK({ client_id }).options.client_id).toBe(client_id)
})

test('every option has the same default as in the newest version of the original', () => {
  expect(resolveOptions({ client_id })).toEqual({
    client_id,
    organization_id: '',
    prompt: '',
    response_type: 'token',
    popup_flow: 'auto',
    state: '',
    verify_state: true,
    verify_callback: true,
    scope: null,
    redirect_uri: '',
    email_hint: null,
    server_url: 'https://accounts.livechat.com',
    tracking: {},
    transaction: {
      namespace: 'com.livechat.accounts',
      key_length: 32,
      force_local_storage: false,
    },
    pkce: { enabled: true, code_verifier_length: 128, code_challenge_method: 'S256' },
  })
})

test('a nested option leaves the others at their defaults', () => {
  const { pkce, transaction } = resolveOptions({
    client_id,
    pkce: { enabled: true },
    transaction: { namespace: 'mine' },
  })
  expect(pkce).toEqual({
    enabled: true,
    code_verifier_length: 128,
    code_challenge_method: 'S256',
  })
  expect(transaction).toEqual({ namespace: 'mine', key_length: 32, force_local_storage: false })
})

test('the misspelling of version 2 is understood, and the right spelling wins', () => {
  const old = resolveOptions({ client_id, pkce: { code_challange_method: 'plain' } })
  expect(old.pkce.code_challenge_method).toBe('plain')
  const both = { code_challange_method: 'plain', code_challenge_method: 'S256' } as const
  expect(resolveOptions({ client_id, pkce: both }).pkce.code_challenge_method).toBe('S256')
})

test('options typed as in the original are accepted', () => {
  const options = {
    client_id,
    popup_flow: 'manual',
    pkce: { code_challenge_method: 'S256' },
  }
  expect(resolveOptions(options)).toMatchObject(options)
})

test('options of one call override those of the client without changing them', () => {
  const base = resolveOptions({ client_id, scope: 'a', tracking: { utm_source: 'mine' } })
  const over = overrideOptions(base, { scope: 'b', tracking: { utm_campaign: 'c' } })
  expect(over).toMatchObject({
    scope: 'b',
    tracking: { utm_source: 'mine', utm_campaign: 'c' },
  })
  expect(base).toMatchObject({ scope: 'a' })
  expect(base.tracking.utm_campaign).toBeUndefined()
})
