import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

/**
 * The entry points of the package that have types: the name to import, and the file it is made of.
 *
 * @type {{ name: string, source: string }[]}
 */
export const entryPoints = Object.entries(manifest.exports).flatMap(([path, { types }]) =>
  types
    ? [
        {
          name: path.replace('.', manifest.name),
          source: types.replace('./lib/types/', '').replace(/\.d\.ts$/, '.ts'),
        },
      ]
    : [],
)
