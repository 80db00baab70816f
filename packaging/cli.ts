#!/usr/bin/env node
import { argv } from 'node:process'

const [command, ...args] = argv.slice(2)

if (command === 'sandbox') {
  const { sandboxCommand } = await import('../sandbox/cli/sandbox-command.ts')
  await sandboxCommand(args)
} else if (command === 'doctor') {
  const { doctorCommand } = await import('./doctor/doctor-command.ts')
  process.exitCode = await doctorCommand(args)
} else {
  console.log(`Usage: sign-in-with-livechat sandbox [flags]
       sign-in-with-livechat doctor PAGE --client-id ID [flags]

sandbox starts LiveChat on this machine, so that you can develop and test sign-in without an account. doctor looks at a page and
its app, and says what keeps agents from signing in. Their flags: sign-in-with-livechat sandbox --help, doctor --help`)
  process.exitCode = command === undefined || command === '--help' ? 0 : 1
}
