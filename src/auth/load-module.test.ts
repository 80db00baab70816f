import { expect, test } from 'vitest'
import { loadModule } from './load-module.ts'

const error = new TypeError('Importing a module script failed.')

/** An import that fails, as the browser finds it in a built page. */
function failing(source: string): () => Promise<{ default: string }> {
  return Object.assign(() => Promise.reject(error), { toString: () => source })
}

test.each([
  '()=>import("./code-grant-a1.mjs")',
  'async () => await import(`./code-grant-a1.mjs`)',
  "() => import( './code-grant-a1.mjs' )",
  '()=>preload(()=>import("./code-grant-a1.mjs"),[])',
])('a module that failed to load is asked for by another query string: %s', async (source) => {
  const base = `data:text/javascript,export%20default%20import.meta.url//`
  const load = failing(source.replace('./code-grant-a1.mjs', base))
  expect((await loadModule(load, import.meta.url)).default).toMatch(/[?]again=\d+$/)
})

test('where the bundler loads in its own way, the error is as it was', async () => {
  const load = failing('() => __webpack_require__.e(5).then(() => __webpack_require__(5))')
  await expect(loadModule(load, import.meta.url)).rejects.toBe(error)
})
