import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createSandbox } from '../server/sandbox.ts'
import { readConfig } from './config.ts'

function withFile<Result>(content: string, use: (path: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-config-'))
  try {
    const path = join(folder, 'config.json')
    writeFileSync(path, content)
    return use(path)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test('without variables the documented ports and 250 chats are used', () => {
  expect(readConfig({})).toEqual({ accountsPort: 3001, apiPort: 3002, chats: 250, control: true })
})

test.each([
  ['ACCOUNTS_PORT', 'http', 65_535],
  ['API_PORT', '70000', 65_535],
  ['SANDBOX_CHATS', '100001', 100_000],
  ['SANDBOX_CHATS', '-1', 100_000],
  ['SANDBOX_CHATS', '1.5', 100_000],
])('%s=%s is reported in one line', (name, value, largest) => {
  expect(() => readConfig({ [name]: value })).toThrow(
    `${name} must be a whole number from 0 to ${largest}, not "${value}".`,
  )
})

test('a config file adds apps and redirect URIs', () => {
  const content = JSON.stringify({
    clients: [
      { clientId: 'mine', redirectUris: ['http://localhost:8080'], scopes: ['customers:ro'] },
      { clientId: 'server', type: 'server', secret: 's', redirectUris: ['my_app://back'] },
    ],
    redirectUris: { '9cbf3a968289727cb3cdfe83ab1d9836': ['http://localhost:5173'] },
  })
  const { world } = withFile(content, (path) =>
    createSandbox(readConfig({ SANDBOX_CONFIG: path, SANDBOX_CHATS: '0' })),
  )
  expect(world.clients.get('mine')).toMatchObject({
    type: 'javascript',
    name: 'Unnamed app',
    visibility: 'private',
    tokenLifetime: 28_800,
  })
  expect(world.clients.get('server')).toMatchObject({ type: 'server', secret: 's' })
  expect(world.clients.get('9cbf3a968289727cb3cdfe83ab1d9836')?.redirectUris).toEqual(
    expect.arrayContaining(['http://localhost:3000', 'http://localhost:5173']),
  )
})

test.each([
  ['{', 'cannot be read'],
  ['5', 'the whole'],
  ['{"clients":[{"redirectUris":[]}]}', 'clients.0.clientId'],
  ['{"clients":[{"clientId":"a","redirectUris":["javascript://x"]}]}', 'clients.0.redirectUris.0'],
  ['{"clients":[{"clientId":"a","type":"server","redirectUris":[]}]}', 'clients.0.secret'],
  ['{"apps":[]}', 'apps'],
])('a bad config file %s says where: %s', (content, where) => {
  withFile(content, (path) => {
    const read = () => readConfig({ SANDBOX_CONFIG: path })
    expect(read).toThrow(`SANDBOX_CONFIG ${path}`)
    expect(read).toThrow(where)
  })
})

test('a missing config file is named', () => {
  expect(() => readConfig({ SANDBOX_CONFIG: '/nowhere/config.json' })).toThrow(
    'SANDBOX_CONFIG /nowhere/config.json cannot be read',
  )
})
