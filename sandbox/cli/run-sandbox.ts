import { type RunningSandbox, startSandbox } from '../server/serve.ts'
import { simulateCustomers } from '../simulation/simulate-customers.ts'
import { sampleLogins } from './sample-logins.ts'
import type { Settings } from './settings.ts'

/** Starts the sandbox as its settings say. */
export async function runSandbox({ simulation, ...options }: Settings): Promise<RunningSandbox> {
  const sandbox = await startSandbox(options)
  if (simulation) simulateCustomers(sandbox.world)
  return sandbox
}

/** Where it is and who can sign in; the last line is `ready`. */
export function introduction({ accountsUrl, apiUrl, world }: RunningSandbox): string[] {
  return [
    `accounts   ${accountsUrl}`,
    `API        ${apiUrl}`,
    `customer   ${apiUrl}/customer`,
    'sign in as',
    ...sampleLogins(world),
    'ready',
  ]
}
