import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createSandbox } from '../server/sandbox.ts'
import { readSettings } from './settings.ts'

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
  expect(readSettings([], {})).toEqual({
    accountsPort: 3001,
    apiPort: 3002,
    chats: 250,
    control: true,
    simulation: false,
    strictRedirectUris: false,
  })
})

test.each([
  ['ACCOUNTS_PORT', 'http', 65_535],
  ['API_PORT', '70000', 65_535],
  ['SANDBOX_CHATS', '100001', 100_000],
  ['SANDBOX_CHATS', '-1', 100_000],
  ['SANDBOX_CHATS', '1.5', 100_000],
])('%s=%s is reported in one line', (name, value, largest) => {
  expect(() => readSettings([], { [name]: value })).toThrow(
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
    createSandbox(readSettings([], { SANDBOX_CONFIG: path, SANDBOX_CHATS: '0' })),
  )
  expect(world.clients.get('mine')).toMatchObject({
    type: 'javascript',
    name: 'Unnamed app',
    visibility: 'private',
    tokenLifetime: 28_800,
  })
  expect(world.clients.get('server')).toMatchObject({ type: 'server', secret: 's' })
  expect(world.clients.get('9cbf3a968289727cb3cdfe83ab1d9836')?.redirectUris).toEqual(
    expect.arrayContaining(['http://app.localhost:3000', 'http://localhost:5173']),
  )
})

test('LiveChat’s own configuration file adds its app', () => {
  const authorization = {
    clientId: 'mine',
    type: 'server_side_app',
    redirectUri: 'http://localhost:8080,my_app://back',
    scopes: [{ scope: 'customers:ro', required: false }],
  }
  const settings = withFile(JSON.stringify({ name: 'Mine', blocks: { authorization } }), (path) =>
    readSettings(['--config', path], {}),
  )
  expect(settings.clients).toEqual([
    expect.objectContaining({
      clientId: 'mine',
      name: 'Mine',
      type: 'server',
      secret: 'sandbox',
      redirectUris: ['http://localhost:8080', 'my_app://back'],
      scopes: [],
      optionalScopes: ['customers:ro'],
      visibility: 'public',
    }),
  ])
})

test.each([
  ['{', 'is no JSON'],
  ['{"auth":{}}', 'auth.clientId'],
  ['5', 'the whole'],
  ['{"clients":[{"redirectUris":[]}]}', 'clients.0.clientId'],
  ['{"clients":[{"clientId":"a","redirectUris":["javascript://x"]}]}', 'clients.0.redirectUris.0'],
  ['{"clients":[{"clientId":"a","type":"server","redirectUris":[]}]}', 'clients.0.secret'],
  ['{"apps":[]}', 'apps'],
])('a bad config file %s says where: %s', (content, where) => {
  withFile(content, (path) => {
    const read = () => readSettings([], { SANDBOX_CONFIG: path })
    expect(read).toThrow(`SANDBOX_CONFIG ${path}`)
    expect(read).toThrow(where)
  })
})

test('a missing config file is named', () => {
  expect(() => readSettings([], { SANDBOX_CONFIG: '/nowhere/config.json' })).toThrow(
    'SANDBOX_CONFIG /nowhere/config.json cannot be read',
  )
})

test('flags say the same as variables, and win', () => {
  const { accountsPort, apiPort, chats, ...rest } = readSettings(
    ['--chats', '7', '--accounts-port=0', '--simulation', '--strict', '--no-control'],
    { SANDBOX_CHATS: '8', API_PORT: '4000' },
  )
  expect([accountsPort, apiPort, chats]).toEqual([0, 4000, 7])
  expect(rest).toEqual({ control: false, simulation: true, strictRedirectUris: true })
})

test('one port is enough: the API takes the next', () => {
  expect(readSettings(['--port', '4000'], {})).toMatchObject({ accountsPort: 4000, apiPort: 4001 })
  expect(readSettings(['--port', '0'], {})).toMatchObject({ accountsPort: 0, apiPort: 0 })
})

test.each([
  [['--chats', 'many'], '--chats must be a whole number from 0 to 100000, not "many".'],
  [['--port', '65535'], '--port must be a whole number from 0 to 65534'],
  [['--chat', '5'], "Unknown option '--chat'"],
  [['--chats'], '--chats <value>'],
  [['start'], "Unexpected argument 'start'"],
  [['--tls', 'cert.pem'], '--tls must be two files, certificate and key'],
  [['--tls', '/nowhere/cert.pem,/nowhere/key.pem'], '--tls /nowhere/cert.pem cannot be read'],
  [['--config', '/nowhere/apps.json'], '--config /nowhere/apps.json cannot be read'],
])('%j is refused in one line', (args, message) => {
  expect(() => readSettings(args, {})).toThrow(message)
})

test('strict, its apps have no redirect URI with any port', () => {
  const uris = (args: string[]) =>
    createSandbox({ ...readSettings(args, { SANDBOX_CHATS: '0' }) }).world.clients.get(
      '9cbf3a968289727cb3cdfe83ab1d9836',
    )?.redirectUris
  expect(uris([])).toContain('http://localhost:*')
  expect(uris(['--strict'])).toEqual(['http://app.localhost:3000'])
})
