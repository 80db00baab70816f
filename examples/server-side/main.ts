import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { startSandbox } from 'sign-in-with-livechat/sandbox'
import { build } from 'vite'
import { createApp } from './app.ts'

/**
 * `npm run example:server-side`: a server-side app on the sandbox, or on LiveChat with the client id and secret of an app in
 * Developer Console.
 */
const {
  PORT = '8080',
  LIVECHAT_CLIENT_ID,
  LIVECHAT_CLIENT_SECRET,
  // Sessions end with the server unless it is given one.
  COOKIE_SECRET = randomBytes(32).toString('hex'),
} = process.env
const url = `http://localhost:${PORT}`
const redirectUri = `${url}/auth/callback`

const liveChat =
  LIVECHAT_CLIENT_ID && LIVECHAT_CLIENT_SECRET
    ? {
        clientId: LIVECHAT_CLIENT_ID,
        clientSecret: LIVECHAT_CLIENT_SECRET,
        accountsUrl: 'https://accounts.livechat.com',
        apiUrl: 'https://api.livechatinc.com',
      }
    : await startOwnLiveChat()

const app = createApp({
  ...liveChat,
  redirectUri,
  cookieSecret: COOKIE_SECRET,
  assets: {
    script: await bundleScript(),
    styles: await readFile(join(import.meta.dirname, 'page.css'), 'utf8'),
  },
})
serve({ fetch: app.fetch, port: Number(PORT), hostname: '127.0.0.1' }, () => {
  console.log(`${url}, signed in as agent@example.com with the password sandbox\nready`)
})

async function startOwnLiveChat() {
  const clientId = 'server-side-example'
  const clientSecret = 'known-to-the-server-only'
  const { accountsUrl, apiUrl } = await startSandbox({
    accountsPort: Number(process.env.ACCOUNTS_PORT ?? 3001),
    apiPort: Number(process.env.API_PORT ?? 3002),
    clients: [
      {
        clientId,
        secret: clientSecret,
        type: 'server',
        name: 'Server-side example',
        redirectUris: [redirectUri],
        scopes: ['chats--access:ro', 'accounts--my:ro'],
        visibility: 'private',
        organizationId: '390e44e6-f1e6-4368-b6dd-74c14508c2e4',
        tokenLifetime: 28_800,
      },
    ],
  })
  return { clientId, clientSecret, accountsUrl, apiUrl }
}

/** The script of the page, which may import the parts of the package that are for browsers. */
async function bundleScript(): Promise<string> {
  const built = await build({
    configFile: false,
    root: import.meta.dirname,
    logLevel: 'warn',
    resolve: { tsconfigPaths: true },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      lib: { entry: join(import.meta.dirname, 'page.tsx'), formats: ['es'], fileName: 'page' },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  })
  const [output] = [built].flat().flatMap((one) => ('output' in one ? one.output : []))
  if (output?.type !== 'chunk') throw new Error('The script of the page was not built.')
  return output.code
}
