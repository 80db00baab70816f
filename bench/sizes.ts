import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Group } from './bench.ts'

const work = 'script on the wire (brotli)'

/** The rows of docs/size.md that are shown here, by who is meant. */
const lines = [
  {
    work,
    rows: { core: 'createSignInClient: implicit grant, pop-up and redirect' },
    goal: '≤ 7.6 KB',
  },
  {
    work: `${work}, with the code grant`,
    rows: {
      core: 'createSignInClient with the code grant',
      'oidc-client-ts': 'oidc-client-ts',
      '@livechat/accounts-sdk': '@livechat/accounts-sdk',
    },
    goal: '≤ 18.4 KB',
  },
  {
    work: `${work}, with the button`,
    rows: { script: 'script file with the button' },
    goal: '≤ 9 KB',
  },
]

/** What a page loads, from docs/size.md, which `npm run size` keeps true. */
export const sizes: Group = {
  name: 'sizes',
  title: 'Sizes',
  async measure() {
    const table = await readFile(join(import.meta.dirname, '../docs/size.md'), 'utf8')
    const brotliOf = (row: string) => {
      const line = table.split('\n').find((one) => one.startsWith(`| ${row}`))
      const brotli = line?.split('|')[4]
      if (brotli === undefined) throw new Error(`docs/size.md has no row ${row}.`)
      return [Number(brotli)]
    }
    return lines.map(({ rows, ...line }) => ({
      ...line,
      unit: 'KB',
      samples: Object.fromEntries(Object.entries(rows).map(([who, row]) => [who, brotliOf(row)])),
    }))
  },
}
