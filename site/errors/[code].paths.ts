import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A page for each row of the table of error codes. */
export default {
  paths() {
    const table = readFileSync(join(import.meta.dirname, '../../docs/troubleshooting.md'), 'utf8')
    const seenFromHere = table
      .replaceAll('](#', '](../../docs/troubleshooting.md#')
      .replace(/\]\((?=[\w-]+\.md)/g, '](../../docs/')
    return [...seenFromHere.matchAll(/^\| `(\w+)` \| (.+) \| (.+) \|$/gm)].map(
      ([, code = '', happened = '', todo = '']) => ({
        params: { code },
        content: `**What happened:** ${happened}.\n\n**What to do:** ${todo}.`,
      }),
    )
  },
}
