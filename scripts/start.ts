import { createServer } from 'vite'
import { readConfig } from '../sandbox/cli/config.ts'
import { sampleLogins } from '../sandbox/cli/sample-logins.ts'
import { startSandbox } from '../sandbox/server/serve.ts'
import { simulateCustomers } from '../sandbox/simulation/simulate-customers.ts'

/** `npm start`: the sandbox, and the app connected to it. */
const appUrl = 'http://localhost:3000'

try {
  const sandbox = await startSandbox(readConfig(process.env))
  if (process.env.SANDBOX_SIMULATION === 'on') simulateCustomers(sandbox.world)
  // A client id in .env.local belongs to the real LiveChat; the sandbox does not know it.
  process.env.VITE_LIVECHAT_CLIENT_ID ??= ''
  process.env.VITE_LIVECHAT_ACCOUNTS_URL = sandbox.accountsUrl
  process.env.VITE_LIVECHAT_API_URL = sandbox.apiUrl
  const app = await createServer({ logLevel: 'warn' })
  await app.listen().catch((cause: unknown) => {
    throw new Error('Port 3000 is already in use. Stop what uses it, then run npm start again.', {
      cause,
    })
  })
  await Promise.all([appUrl, sandbox.accountsUrl, sandbox.apiUrl].map((url) => fetch(url)))
  console.log(
    [
      `app        ${appUrl}`,
      `accounts   ${sandbox.accountsUrl}`,
      `API        ${sandbox.apiUrl}`,
      `customer   ${sandbox.apiUrl}/customer`,
      'sign in as',
      ...sampleLogins(sandbox.world),
      'ready',
    ].join('\n'),
  )
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exit(1)
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(0))
