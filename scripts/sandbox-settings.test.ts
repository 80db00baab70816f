import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readConfig } from '../sandbox/cli/config.ts'

const read = (file: string) => readFileSync(join(import.meta.dirname, '..', file), 'utf8')

/** The variables the sandbox reads. */
const settings = [
  ...new Set(
    (read('sandbox/cli/config.ts') + read('sandbox/cli/main.ts')).match(
      /\b(?:SANDBOX|ACCOUNTS|API)_[A-Z]+\b/g,
    ),
  ),
]

test.each(['packaging/cli.ts', 'sandbox/README.md'])(
  'every setting of the sandbox stands in %s',
  (file) => {
    expect(settings.length).toBeGreaterThan(5)
    expect(settings.filter((name) => !read(file).includes(name))).toEqual([])
  },
)

test('the sandbox takes the configuration of docs/testing.md', () => {
  const [, json = ''] = /^```json\n([\s\S]*?)^```$/m.exec(read('docs/testing.md')) ?? []
  const path = join(mkdtempSync(join(tmpdir(), 'sandbox-')), 'sandbox.json')
  writeFileSync(path, json)
  expect(readConfig({ SANDBOX_CONFIG: path }).clients?.[0]).toMatchObject({
    clientId: 'my-app',
    redirectUris: ['http://localhost:8080'],
  })
})
