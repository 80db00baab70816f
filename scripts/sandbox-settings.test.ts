import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readSettings, settings, usage } from '../sandbox/cli/settings.ts'

const read = (file: string) => readFileSync(join(import.meta.dirname, '..', file), 'utf8')

test('every flag and variable of the sandbox stands in its README, and in its help', () => {
  const readme = read('sandbox/README.md')
  for (const [flag, { variable }] of Object.entries(settings)) {
    expect(readme).toContain(`\`--${flag}`)
    expect(readme).toContain(variable)
    expect(usage()).toContain(`--${flag} `)
  }
})

test('the sandbox takes the configuration of docs/testing.md', () => {
  const [, json = ''] = /^```json\n([\s\S]*?)^```$/m.exec(read('docs/testing.md')) ?? []
  const path = join(mkdtempSync(join(tmpdir(), 'sandbox-')), 'sandbox.json')
  writeFileSync(path, json)
  expect(readSettings(['--config', path], {}).clients?.[0]).toMatchObject({
    clientId: 'my-app',
    redirectUris: ['http://localhost:8080'],
  })
})
