import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Group } from './bench.ts'

const rows = {
  core: 'createSignInClient: implicit grant, pop-up and redirect',
  'core with the code grant': 'createSignInClient with the code grant',
  'script with the button': 'script file with the button',
  '@livechat/accounts-sdk': '@livechat/accounts-sdk',
  'oidc-client-ts': 'oidc-client-ts',
}

/** What a page loads, from docs/size.md, which `npm run size` keeps true. */
export const sizes: Group = {
  name: 'sizes',
  title: 'Sizes',
  async measure() {
    const table = await readFile(join(import.meta.dirname, '../docs/size.md'), 'utf8')
    const samples = Object.entries(rows).map(([name, row]) => {
      const line = table.split('\n').find((one) => one.startsWith(`| ${row}`))
      const brotli = line?.split('|')[4]
      if (brotli === undefined) throw new Error(`docs/size.md has no row ${row}.`)
      return [name, [Number(brotli)]] as [string, number[]]
    })
    return [
      {
        work: 'script on the wire (brotli)',
        unit: 'KB',
        samples: Object.fromEntries(samples),
        goal: 'script with the button ≤ 9 KB',
      },
    ]
  },
}
