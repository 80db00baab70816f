#!/usr/bin/env node
import { argv } from 'node:process'

const [command, ...args] = argv.slice(2)

if (command === 'sandbox') {
  const { sandboxCommand } = await import('../sandbox/cli/sandbox-command.ts')
  await sandboxCommand(args)
} else {
  console.log(`Usage: sign-in-with-livechat sandbox [flags]

Starts LiveChat on this machine, so that you can develop and test sign-in without an account. Its flags:
sign-in-with-livechat sandbox --help`)
  process.exitCode = command === undefined || command === '--help' ? 0 : 1
}
