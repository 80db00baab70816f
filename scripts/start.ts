import { createServer } from 'vite'
import { introduction, runSandbox } from '../sandbox/cli/run-sandbox.ts'
import { readSettings } from '../sandbox/cli/settings.ts'
import { portInUse } from '../sandbox/lib/free-port.ts'

/** `npm start`: the sandbox, and the app connected to it. */
const appPort = Number(process.env.APP_PORT || 3000)
const appUrl = `http://localhost:${appPort}`

try {
  if (!(appPort > 0 && appPort < 65_536)) throw new Error('APP_PORT must be the number of a port.')
  const sandbox = await runSandbox(readSettings(process.argv.slice(2), process.env))
  // A client id in .env.local belongs to the real LiveChat; the sandbox does not know it.
  process.env.VITE_LIVECHAT_CLIENT_ID ??= ''
  process.env.VITE_LIVECHAT_ACCOUNTS_URL = sandbox.accountsUrl
  process.env.VITE_LIVECHAT_API_URL = sandbox.apiUrl
  const app = await createServer({ logLevel: 'warn', server: { port: appPort } })
  await app.listen().catch(async (cause: unknown) => {
    throw new Error(await portInUse(appPort, 'APP_PORT'), { cause })
  })
  await Promise.all([appUrl, sandbox.accountsUrl, sandbox.apiUrl].map((url) => fetch(url)))
  console.log([`app        ${appUrl}`, ...introduction(sandbox)].join('\n'))
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exit(1)
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(0))
