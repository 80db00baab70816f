import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')

/** Every file the compiler reads for a project, declarations of its environment included. */
function filesOf(project: string): string[] {
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  const { status, stdout } = spawnSync(
    process.execPath,
    [tsc, '-p', join(root, project), '--listFilesOnly'],
    { encoding: 'utf8' },
  )
  expect(status).toBe(0)
  return stdout.split('\n')
}

test('browser code cannot use Buffer, process or any other part of Node', () => {
  const files = filesOf('tsconfig.browser.json')
  expect(files.some((file) => file.endsWith('src/app/main.tsx'))).toBe(true)
  expect(files.filter((file) => file.includes('/@types/node/'))).toEqual([])
})

test('the sandbox cannot use document, window or any other part of a page', () => {
  const files = filesOf('sandbox/tsconfig.json')
  expect(files.some((file) => file.endsWith('sandbox/server/serve.ts'))).toBe(true)
  expect(files.filter((file) => /\/lib\.dom\./.test(file))).toEqual([])
})

test('the shared session’s worker cannot use document, window or any other part of a page', () => {
  const files = filesOf('tsconfig.worker.json')
  expect(files.some((file) => file.endsWith('shared-session-worker.ts'))).toBe(true)
  expect(files.filter((file) => /\/lib\.dom\.|\/@types\/node\//.test(file))).toEqual([])
})
