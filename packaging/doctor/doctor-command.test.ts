import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type RunningSandbox, startSandbox } from '../../sandbox/server/serve.ts'
import { testCertificate } from '../../sandbox/server/test-certificate.ts'
import { doctorCommand } from './doctor-command.ts'

const clientId = 'an-app'
const framePolicy = "frame-ancestors 'none'"
let sandbox: RunningSandbox
let server: Server
let origin: string
/** What the page is served with. */
let serve: (response: ServerResponse) => void

beforeAll(async () => {
  server = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html')
    serve(response)
    if (!response.writableEnded) response.end('<!doctype html><title>A page</title>')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://localhost:${(server.address() as AddressInfo).port}`
  sandbox = await startSandbox({
    accountsPort: 0,
    apiPort: 0,
    chats: 0,
    clients: [
      {
        clientId,
        name: 'An app',
        type: 'javascript',
        redirectUris: [origin],
        scopes: ['chats--access:ro'],
        visibility: 'private',
        organizationId: '390e44e6-f1e6-4368-b6dd-74c14508c2e4',
        tokenLifetime: 28_800,
      },
    ],
  })
})
afterAll(async () => {
  server.close()
  await sandbox.close()
})
beforeEach(() => {
  sandbox.reset()
  serve = (response) => response.setHeader('Content-Security-Policy', framePolicy)
})

async function doctor(args: readonly string[] = [], page = `${origin}/`) {
  const lines: string[] = []
  const given = [page, '--client-id', clientId, '--accounts-url', sandbox.accountsUrl]
  const exitCode = await doctorCommand([...given, '--api-url', sandbox.apiUrl, ...args], (line) =>
    lines.push(line),
  )
  return { exitCode, text: lines.join('\n'), lines }
}

const app = () => {
  const client = sandbox.world.clients.get(clientId)
  if (!client) throw new Error('The app is gone.')
  return client
}

const withHeader = (name: string, value: string) => () => {
  serve = (response) => {
    response.setHeader('Content-Security-Policy', framePolicy)
    response.setHeader(name, value)
  }
}

test('finds nothing wrong with a page that can sign in, by each flow and grant', async () => {
  for (const flow of ['popup', 'redirect']) {
    for (const grant of ['implicit', 'code']) {
      const { exitCode, text } = await doctor(['--flow', flow, '--grant-type', grant])
      expect(text).toMatch(/Agents can sign in\.$/)
      expect(text).not.toMatch(/^(error|warning)/m)
      expect(exitCode).toBe(0)
    }
  }
})

interface Misconfiguration {
  seed: string
  setUp?: () => void
  args?: readonly string[]
  page?: () => string
  level?: 'error' | 'warning'
  problem: string
  remedy: string
}

const misconfigurations: readonly Misconfiguration[] = [
  {
    seed: 'a header that cuts the link to the sign-in window',
    setUp: withHeader('Cross-Origin-Opener-Policy', 'same-origin; report-to="x"'),
    problem: 'ends as popup_isolated',
    remedy: 'Send Cross-Origin-Opener-Policy: same-origin-allow-popups',
  },
  {
    seed: 'a policy without the accounts server',
    setUp: withHeader('Content-Security-Policy', `connect-src 'self'; ${framePolicy}`),
    problem: 'does not let the page connect to http://localhost',
    remedy: 'to connect-src.',
  },
  {
    seed: 'a policy in the page without the accounts server',
    setUp: () => {
      serve = (response) => {
        response.setHeader('Content-Security-Policy', framePolicy)
        response.end(
          `<meta http-equiv="Content-Security-Policy" content="default-src 'self'; script-src *">`,
        )
      }
    },
    problem: 'signing in ends as network',
    remedy: 'to connect-src.',
  },
  {
    seed: 'a policy that puts the page into a sandbox without pop-ups',
    setUp: withHeader(
      'Content-Security-Policy',
      `sandbox allow-scripts allow-same-origin; ${framePolicy}`,
    ),
    problem: 'a sandbox in which it cannot sign in',
    remedy: 'Add allow-popups allow-popups-to-escape-sandbox',
  },
  {
    seed: 'a client id that LiveChat does not know',
    args: ['--client-id', 'a-mistyped-one'],
    problem: 'LiveChat does not know the client id a-mistyped-one.',
    remedy: 'Copy it from the app in Developer Console',
  },
  {
    seed: 'a redirect URI that is not registered',
    setUp: () => {
      app().redirectUris = ['https://another.example']
    },
    problem: 'LiveChat does not accept the redirect URI http://localhost',
    remedy: 'In Developer Console add http://localhost',
  },
  {
    seed: 'a redirect URI that is registered for 127.0.0.1',
    setUp: () => {
      app().redirectUris = [origin.replace('localhost', '127.0.0.1')]
    },
    problem: 'It does accept http://127.0.0.1',
    remedy: 'Set redirectUri to http://127.0.0.1',
  },
  {
    seed: 'an app without redirect URIs',
    setUp: () => {
      app().redirectUris = []
    },
    problem: 'The app has no redirect URI.',
    remedy: 'to its redirect URIs.',
  },
  {
    seed: 'a scope that the app does not have',
    args: ['--scopes', 'chats--all:rw'],
    problem: 'LiveChat does not give this app chats--all:rw',
    remedy: 'Select the scopes of the app in Developer Console',
  },
  {
    seed: 'a grant that the app may not use',
    setUp: () => {
      sandbox.world.faults.push({
        endpoint: 'authorize',
        times: 1,
        errorType: 'unsupported_response_type',
      })
    },
    problem: 'LiveChat does not let this app use the implicit grant',
    remedy: 'Set grantType: "code"',
  },
  {
    seed: 'a page for the Agent App that no frame may show',
    setUp: withHeader('X-Frame-Options', 'SAMEORIGIN'),
    args: ['--framed'],
    problem: 'keeps the Agent App from showing the page',
    remedy: 'Add https://my.livechatinc.com to frame-ancestors.',
  },
  {
    seed: 'an old header that keeps the Agent App away',
    setUp: () => {
      serve = (response) => response.setHeader('X-Frame-Options', 'DENY')
    },
    args: ['--framed'],
    problem: 'X-Frame-Options: DENY keeps the Agent App',
    remedy: 'Replace it with Content-Security-Policy: frame-ancestors https://my.livechatinc.com',
  },
  {
    seed: 'a page that any site may frame',
    setUp: () => {
      serve = () => {}
    },
    level: 'warning',
    problem: 'Any site can show the page in a frame',
    remedy: "frame-ancestors 'none'",
  },
  {
    seed: 'a frame-ancestors that has no effect',
    setUp: () => {
      serve = (response) => {
        response.end(`<meta http-equiv=Content-Security-Policy content="${framePolicy}">`)
      }
    },
    level: 'warning',
    problem: 'no effect in a <meta> tag',
    remedy: "frame-ancestors 'none'",
  },
  {
    seed: 'a referrer policy that tells other sites the address',
    setUp: withHeader('Referrer-Policy', 'unsafe-url'),
    level: 'warning',
    problem: 'Referrer-Policy: unsafe-url sends the page’s whole address',
    remedy: 'Send Referrer-Policy: no-referrer.',
  },
  {
    seed: 'a Permissions-Policy in the old form',
    setUp: withHeader('Permissions-Policy', "camera 'none'; microphone 'self'"),
    level: 'warning',
    problem: 'not written as browsers read it',
    remedy: 'camera=(), microphone=(self)',
  },
  {
    seed: 'a page that is gone',
    setUp: () => {
      serve = (response) => {
        response.statusCode = 404
      }
    },
    problem: 'responds with status 404',
    remedy: 'Deploy the page',
  },
  {
    seed: 'a page that goes on to another origin',
    setUp: () => {
      serve = (response) => {
        if (response.req.headers.host?.startsWith('127.')) return
        response.writeHead(301, { Location: origin.replace('localhost', '127.0.0.1') })
      }
    },
    problem: 'on another origin',
    remedy: 'register its address in Developer Console',
  },
  {
    seed: 'a redirect URI on another origin than the page',
    page: () => origin.replace('localhost', '127.0.0.1'),
    args: ['--redirect-uri', 'http://localhost:1/'],
    problem: 'is not on the page’s origin',
    remedy: 'localhost and 127.0.0.1 are different origins',
  },
  {
    seed: 'a clock that is wrong',
    setUp: withHeader('Date', new Date(Date.now() - 3_600_000).toUTCString()),
    level: 'warning',
    problem: 'The page’s server is 60 minutes behind this machine.',
    remedy: 'NTP',
  },
  {
    seed: 'a clock that is not LiveChat’s',
    setUp: () => {
      const headers = { Date: new Date(Date.now() + 600_000).toUTCString() }
      sandbox.world.faults.push({ endpoint: 'authorize', times: 1, headers })
    },
    level: 'warning',
    problem: 'LiveChat is 10 minutes ahead of this machine.',
    remedy: 'NTP',
  },
  {
    seed: 'a page that cannot be reached',
    page: () => 'http://localhost:1/',
    args: ['--redirect-uri', 'http://localhost:1/'],
    problem: 'cannot be reached: ',
    remedy: 'Check its address',
  },
  {
    seed: 'an accounts server that cannot be reached',
    args: ['--accounts-url', 'http://localhost:1'],
    problem: 'The accounts server http://localhost:1 cannot be reached: ',
    remedy: 'Check --accounts-url',
  },
  {
    seed: 'an accounts server that is down',
    setUp: () => {
      sandbox.world.faults.push({ endpoint: 'authorize', times: 1, status: 503 })
    },
    problem: 'responds with status 503',
    remedy: 'Try again',
  },
]

test.each(misconfigurations)('finds $seed, and says what to change', async (one) => {
  const { seed: _, setUp, args = [], page, level = 'error', problem, remedy } = one
  setUp?.()
  const { lines, exitCode } = await doctor(args, page?.())
  const at = lines.findIndex((line) => line.includes(problem))
  expect(lines.join('\n')).toContain(problem)
  expect(lines[at]).toMatch(new RegExp(`^${level} `))
  expect(lines[at + 1]).toContain(remedy)
  expect(exitCode).toBe(level === 'error' ? 1 : 0)
})

test('a header that cuts the link does not matter without a pop-up', async () => {
  withHeader('Cross-Origin-Opener-Policy', 'same-origin')()
  expect((await doctor(['--flow', 'redirect'])).exitCode).toBe(0)
})

test('finds a certificate that this machine does not trust, and says how to name its authority', async () => {
  const secured = await startSandbox({
    accountsPort: 0,
    apiPort: 0,
    chats: 0,
    tls: testCertificate,
  })
  const { exitCode, text } = await doctor(['--accounts-url', secured.accountsUrl])
  await secured.close()
  expect(exitCode).toBe(1)
  expect(text).toMatch(/https:.* cannot be reached: \w*CERT\w*\.\n.*NODE_EXTRA_CA_CERTS/)
})

test('nobody is signed in, and nothing is left at LiveChat', async () => {
  await doctor()
  const asked = sandbox.world.requests
  expect(asked.map(({ method, endpoint }) => [method, endpoint])).toEqual([['GET', 'authorize']])
  expect(asked[0]?.headers).not.toHaveProperty('cookie')
  expect(sandbox.world.accessTokens.size).toBe(0)
})

test.each([
  [[], 'One page must be given. See --help.'],
  [['https://my.app'], '--client-id is missing. See --help.'],
  [['my.app', '--client-id', 'x'], 'The page must be an address that begins with https://'],
  [['https://my.app', '--client-id', 'x', '--flow', 'frame'], '--flow must be popup or redirect.'],
  [['https://my.app', '--client-id', 'x', '--colour'], "Unknown option '--colour'"],
  [
    ['https://my.app', '--client-id', 'x', '--accounts-url', 'http://accounts.example'],
    'accountsUrl must use https. See --help.',
  ],
  [
    ['https://my.app', '--client-id', 'x', '--redirect-uri', 'https://my.app/?a=b'],
    'redirectUri must end with its path. See --help.',
  ],
])('a call that makes no sense is reported in one line: %o', async (args, said) => {
  const lines: string[] = []
  expect(await doctorCommand(args, (line) => lines.push(line))).toBe(2)
  expect(lines).toEqual([expect.stringContaining(said)])
})

test('--help says what each flag means', async () => {
  const lines: string[] = []
  expect(await doctorCommand(['--help'], (line) => lines.push(line))).toBe(0)
  expect(lines.join('\n')).toContain('--grant-type GRANT')
})
