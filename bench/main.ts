import type { Group } from './bench.ts'
import { launchBrowser } from './browser.ts'
import { clickToChats } from './click-to-chats.ts'
import { clickToToken } from './click-to-token.ts'
import { list } from './list.ts'
import { startServers } from './servers.ts'
import { signInPage } from './sign-in-page.ts'
import { tableOf } from './table.ts'

/**
 * `npm run bench`: what the work of an agent costs, beside a floor and beside other libraries, from one run.
 * `--only NAME` measures one group; `--write` writes the table into docs/performance.md.
 */
const groups: Group[] = [clickToChats, clickToToken, signInPage, list]

const only = process.argv.includes('--only')
  ? process.argv[process.argv.indexOf('--only') + 1]
  : undefined
const wanted = groups.filter(({ name }) => only === undefined || name === only)
if (wanted.length === 0) {
  throw new Error(`--only takes one of ${groups.map(({ name }) => name).join(', ')}.`)
}

const servers = await startServers()
const browser = await launchBrowser()
try {
  for (const group of wanted) {
    const start = performance.now()
    const lines = await group.measure({ browser, servers })
    console.log(tableOf(lines).join('\n'))
    console.log(`(${group.name}: ${((performance.now() - start) / 1000).toFixed(0)} s)\n`)
  }
} finally {
  await browser.close()
  await servers.close()
}
