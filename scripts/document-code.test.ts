import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const folder = join(root, 'test-results', 'document-code')

/** What the code in the documents takes for granted: imports, a client, a page of a test. */
const context = `
import type * as core from 'sign-in-with-livechat'
import type * as agentChat from 'sign-in-with-livechat/agent-chat'
import type { Page } from '@playwright/test'
declare global {
  const createSignInClient: typeof core.createSignInClient
  const createAgentChatClient: typeof agentChat.createAgentChatClient
  const client: core.SignInClient
  const clientId: string
  const accountId: string
  const page: Page
}
`

function blocksOf(file: string): { name: string; code: string }[] {
  const text = readFileSync(join(root, file), 'utf8')
  return [...text.matchAll(/^```(tsx?)(?: live .+)?\n([\s\S]*?)^```$/gm)].map(
    ([, language = '', code = ''], index) => {
      // Other code of the document can import what says its name.
      const [, named] = /^\/\/ (?:src\/)?([\w/-]+\.tsx?)\n/.exec(code) ?? []
      return {
        name: `${file.replace(/\W/g, '-')}/${named ?? `${index + 1}.${language}`}`,
        code: `${code}\nexport {}\n`,
      }
    },
  )
}

const documents = [
  'README.md',
  ...['docs', 'docs/frameworks'].flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.md'))
      .map((name) => `${folder}/${name}`),
  ),
]

beforeAll(() => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'context.d.ts'), context)
  for (const { name, code } of documents.flatMap(blocksOf)) {
    const file = join(folder, name)
    mkdirSync(dirname(file), { recursive: true })
    // Two of the same name are two answers to one question, of which the reader takes one.
    writeFileSync(existsSync(file) ? file.replace(/(\.tsx?)$/, '-too$1') : file, code)
  }
  const config = {
    extends: '../../tsconfig.tools.json',
    compilerOptions: { noUnusedLocals: false, noUnusedParameters: false },
    include: ['**/*'],
  }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config))
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('the code in the documents compiles', { timeout: 60_000 }, () => {
  const { status, stdout } = spawnSync(
    process.execPath,
    [join(root, 'node_modules/typescript/bin/tsc'), '-p', folder],
    { encoding: 'utf8' },
  )
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' })
})

test.each([
  ['vue', 'consumers/vue/app.vue'],
  ['svelte', 'consumers/svelte/app.svelte'],
])('the page for %s is what its consumer project compiles', (language, file) => {
  const page = readFileSync(join(root, `docs/frameworks/${language}.md`), 'utf8')
  const [, recipe = ''] =
    new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(page) ?? []
  const linesOf = (text: string) => text.split('\n').map((line) => line.trim())
  const compiled = linesOf(readFileSync(join(root, file), 'utf8'))
  // The project has the addresses of its test.
  const lines = linesOf(recipe).filter((line) => !line.includes('your client id'))
  expect(lines.length).toBeGreaterThan(10)
  expect(lines.filter((line) => !compiled.includes(line))).toEqual([])
})
