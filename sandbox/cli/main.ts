import { startSandbox } from '../server/serve.ts'
import { simulateCustomers } from '../simulation/simulate-customers.ts'
import { readConfig } from './config.ts'
import { sampleLogins } from './sample-logins.ts'

try {
  const sandbox = await startSandbox(readConfig(process.env))
  if (process.env.SANDBOX_SIMULATION === 'on') simulateCustomers(sandbox.world)
  console.log(
    [
      `accounts   ${sandbox.accountsUrl}`,
      `API        ${sandbox.apiUrl}`,
      `customer   ${sandbox.apiUrl}/customer`,
      'sign in as',
      ...sampleLogins(sandbox.world),
      'ready',
    ].join('\n'),
  )
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void sandbox.close().then(() => process.exit(0)))
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
