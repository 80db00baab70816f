import { readFile, writeFile } from 'node:fs/promises'
import { availableParallelism, loadavg } from 'node:os'
import { join } from 'node:path'
import type { Group } from './bench.ts'
import { launchBrowser } from './browser.ts'
import { clickToChats } from './click-to-chats.ts'
import { clickToToken } from './click-to-token.ts'
import { conversation } from './conversation.ts'
import { inbox } from './inbox.ts'
import { list } from './list.ts'
import { live } from './live.ts'
import { sandbox } from './sandbox.ts'
import { startServers } from './servers.ts'
import { signInPage } from './sign-in-page.ts'
import { sizes } from './sizes.ts'
import { tableOf, withTable } from './table.ts'

/**
 * `npm run bench`: what the work of an agent costs, beside a floor and beside other libraries, from one run.
 * `--only NAME` measures one group; `--write` writes the figures into docs/performance.md.
 */
const groups: Group[] = [
  clickToChats,
  clickToToken,
  signInPage,
  list,
  inbox,
  conversation,
  live,
  sandbox,
  sizes,
]
const document = join(import.meta.dirname, '../docs/performance.md')

const { argv } = process
const only = argv.includes('--only') ? argv[argv.indexOf('--only') + 1] : undefined
const wanted = groups.filter(({ name }) => !argv.includes('--only') || name === only)
if (wanted.length === 0) {
  throw new Error(`--only takes one of ${groups.map(({ name }) => name).join(', ')}.`)
}

const servers = await startServers()
const browser = await launchBrowser()
try {
  for (const group of wanted) {
    const [busy = 0] = loadavg()
    const start = performance.now()
    const table = tableOf(await group.measure({ browser, servers }))
    const seconds = ((performance.now() - start) / 1000).toFixed(0)
    const machine = `${availableParallelism()} processor cores, load ${busy.toFixed(1)} before`
    console.log(`\n${group.title} (--only ${group.name}; ${seconds} s, ${machine})\n`)
    console.log(table.join('\n'))
    if (argv.includes('--write')) {
      const before = await readFile(document, 'utf8')
      await writeFile(document, withTable(before, group.title, table))
    }
  }
} finally {
  await browser.close()
  await servers.close()
}
