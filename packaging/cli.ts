#!/usr/bin/env node
import { argv } from 'node:process'

const [command] = argv.slice(2)

if (command === 'sandbox') {
  await import('../sandbox/cli/main.ts')
} else {
  console.log(`Usage: sign-in-with-livechat sandbox

Starts LiveChat's accounts server (http://localhost:3001) and Agent Chat API (http://localhost:3002) on this
computer, to develop and test a sign-in without an account. Settings, by environment variable:

  ACCOUNTS_PORT, API_PORT   other ports
  SANDBOX_CHATS             number of chats, 0 to 100000
  SANDBOX_CONFIG            a JSON file with your app and its redirect URIs:
                            {"clients": [{"clientId": "my-app", "redirectUris": ["http://localhost:8080"]}]}
  SANDBOX_SIMULATION=on           customers write, queue and leave while you watch
  SANDBOX_CONTROL=off       without the calls that make it fail on purpose`)
  process.exitCode = command === undefined || command === '--help' ? 0 : 1
}
