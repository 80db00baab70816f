import { readConfig } from './config.ts'
import { startSandbox } from './serve.ts'

try {
  const sandbox = await startSandbox(readConfig(process.env))
  const logins = [...sandbox.world.accounts.values()].map(
    ({ email, password, name }) => `  ${email} / ${password}  (${name})`,
  )
  console.log(
    [
      `accounts   ${sandbox.accountsUrl}`,
      `API        ${sandbox.apiUrl}`,
      'sign in as',
      ...logins,
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
