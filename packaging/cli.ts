#!/usr/bin/env node
import { argv } from 'node:process'

const [command] = argv.slice(2)

if (command === 'sandbox') {
  await import('../sandbox/cli/main.ts')
} else {
  console.log(`Usage: sign-in-with-livechat sandbox

Starts an imitation of LiveChat on this computer, so that you can develop and test sign-in without an account:
the accounts server on http://localhost:3001 and the Agent Chat API on http://localhost:3002.

Set these environment variables to change it:

  ACCOUNTS_PORT, API_PORT   use other ports
  SANDBOX_CHATS             number of chats, from 0 to 100000
  SANDBOX_CONFIG            JSON file with your app and its redirect URIs:
                            {"clients": [{"clientId": "my-app", "redirectUris": ["http://localhost:8080"]}]}
  SANDBOX_SIMULATION=on     customers write, queue up and leave while you watch
  SANDBOX_CONTROL=off       turn off the calls that make it fail on purpose`)
  process.exitCode = command === undefined || command === '--help' ? 0 : 1
}
