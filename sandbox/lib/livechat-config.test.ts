import { expect, test } from 'vitest'
import { isLiveChatConfig, parseLiveChatConfig } from './livechat-config.ts'

const present = {
  id: 'app',
  name: 'My app',
  product: 'livechat',
  blocks: {
    authorization: {
      clientId: 'mine',
      type: 'javascript_app',
      redirectUri: 'http://localhost:8080, https://my.example/callback',
      scopes: [
        { scope: 'chats--access:ro', required: true },
        { scope: 'customers:ro', required: false },
      ],
    },
    widgets: [],
  },
}
const older = {
  appId: 'app',
  auth: {
    clientId: 'mine',
    clientType: 'javascript_app',
    scopes: ['chats--access:ro', 'sessions-my:rw'],
    redirectURI: ['http://localhost:8080'],
  },
}

test('the file of LiveChat’s own command line, with optional scopes', () => {
  expect(isLiveChatConfig(present)).toBe(true)
  expect(parseLiveChatConfig(present, 'file')).toEqual({
    clientId: 'mine',
    name: 'My app',
    type: 'javascript',
    redirectUris: ['http://localhost:8080', 'https://my.example/callback'],
    scopes: ['chats--access:ro'],
    optionalScopes: ['customers:ro'],
  })
})

test('the file of its sample apps', () => {
  expect(isLiveChatConfig(older)).toBe(true)
  expect(parseLiveChatConfig(older, 'file')).toEqual({
    clientId: 'mine',
    name: undefined,
    type: 'javascript',
    redirectUris: ['http://localhost:8080'],
    scopes: ['chats--access:ro', 'sessions-my:rw'],
    optionalScopes: [],
  })
})

test('a server-side app in either', () => {
  const { authorization } = present.blocks
  const server = { blocks: { authorization: { ...authorization, type: 'server_side_app' } } }
  expect(parseLiveChatConfig(server, 'file').type).toBe('server')
  const olderServer = { auth: { ...older.auth, clientType: 'server_side_app' } }
  expect(parseLiveChatConfig(olderServer, 'file').type).toBe('server')
})

test.each([
  [{ blocks: {} }, 'file: blocks.authorization: '],
  [{ blocks: { authorization: { type: 'javascript_app' } } }, 'blocks.authorization.clientId'],
  [{ auth: {} }, 'auth.clientId'],
  [{ auth: { clientId: 'mine', redirectURI: 'http://localhost' } }, 'auth.redirectURI'],
  ['text', 'the whole'],
])('%j is refused in one line', (json, message) => {
  expect(() => parseLiveChatConfig(json, 'file')).toThrow(message)
})

test.each([[{ clients: [] }], [null], ['text']])('%j is not LiveChat’s own', (json) => {
  expect(isLiveChatConfig(json)).toBe(false)
})
