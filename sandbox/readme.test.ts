import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { type RunningSandbox, startSandbox } from './server/serve.ts'

const readme = await readFile(new URL('./README.md', import.meta.url), 'utf8')

/** The shell blocks under a heading, in order. */
function blocksUnder(heading: string): [string, ...string[]] {
  const section = readme.split(/^#+ /m).find((one) => one.startsWith(`${heading}\n`)) ?? ''
  const [first, ...more] = [...section.matchAll(/^```sh\n(.*?)^```/gms)].map(
    ([, block]) => block ?? '',
  )
  if (first === undefined) throw new Error(`README.md has no commands under "${heading}"`)
  return [first, ...more]
}

/** Runs commands in one shell against a fresh sandbox; a status of 400 or more fails. */
async function run(
  commands: string[],
  check: (output: string, sandbox: RunningSandbox) => void | Promise<void>,
) {
  const sandbox = await startSandbox({ accountsPort: 0, apiPort: 0, chats: 12 })
  const folder = await mkdtemp(join(tmpdir(), 'sandbox-readme-'))
  const script = [
    'set -euo pipefail',
    'curl() { command curl --silent --show-error --fail-with-body "$@"; }',
    ...commands,
  ]
    .join('\n')
    .replaceAll('http://localhost:3001', sandbox.accountsUrl)
    .replaceAll('http://localhost:3002', sandbox.apiUrl)
  try {
    const { stdout } = await promisify(execFile)('bash', ['-c', script], { cwd: folder })
    await check(stdout, sandbox)
  } finally {
    await sandbox.close()
    await rm(folder, { recursive: true })
  }
}

const signingIn = [
  ...blocksUnder('Step 2: acquire the code'),
  ...blocksUnder('Step 3: exchange the code for an access token'),
]

test("LiveChat's tutorial lists chats, step by step, with only the host changed", async () => {
  await run([...signingIn, ...blocksUnder('Step 4: send a request')], (output, { world }) => {
    expect(JSON.parse(output)).toMatchObject({ found_chats: 12, chats_summary: expect.any(Array) })
    expect([...world.accessTokens.values()]).toMatchObject([
      {
        clientId: '81e8a326ec4a63252faa0ae6f660c0c8',
        scopes: ['chats--all:ro', 'chats--access:ro'],
      },
    ])
  })
})

test('the token is inspected in both documented ways', async () => {
  await run([...signingIn, ...blocksUnder('Inspect the token')], (output, { world }) => {
    const [token] = world.accessTokens.keys()
    expect(output.split(`"access_token":"${token}"`)).toHaveLength(3)
  })
})

test('the token is refreshed', async () => {
  await run([...signingIn, ...blocksUnder('Refresh the token')], (output, { world }) => {
    const { access_token, refresh_token } = JSON.parse(output)
    expect([...world.accessTokens.keys()][1]).toBe(access_token)
    expect([...world.refreshTokens.keys()]).toEqual([refresh_token])
  })
})

test.each([0, 1])('the token is revoked in both documented ways (%i)', async (form) => {
  const revoke = blocksUnder('Revoke the token')[form]
  await run([...signingIn, revoke ?? 'false'], (output, { world }) => {
    expect(output).toBe('{}')
    expect([world.accessTokens.size, world.refreshTokens.size]).toEqual([0, 0])
  })
})

test('a personal access token lists chats', async () => {
  await run(blocksUnder('Use a personal access token'), (output) => {
    expect(JSON.parse(output)).toHaveProperty('chats_summary')
  })
})

test('every control call works as written', async () => {
  await run(blocksUnder('Control'), (output, { world }) => {
    expect(output).not.toContain('"error"')
    expect(world.requests).toEqual([])
  })
})
