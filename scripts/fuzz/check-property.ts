import { readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import fc from 'fast-check'
import { expect } from 'vitest'

interface Failure {
  seed: number
  path: string
}

const root = join(import.meta.dirname, '../..')
const failuresFile = join(import.meta.dirname, 'failures.json')
const readFailures = (): Record<string, Failure[]> => JSON.parse(readFileSync(failuresFile, 'utf8'))
const fuzz = process.env.FUZZ

/**
 * Checks a property with random cases, and before them with those that once failed, which `failures.json` keeps. With
 * `FUZZ=N` there are N of them, and a case that fails is added to that file; commit it with the fix.
 *
 * @param runs How many cases without `FUZZ`.
 * @param most How many at most with it: for a property whose cases are too slow for a million.
 */
export async function checkProperty<Values>(
  property: fc.IRawProperty<Values>,
  runs = 100,
  most = Number.POSITIVE_INFINITY,
): Promise<void> {
  const { testPath = '', currentTestName = '' } = expect.getState()
  const name = `${relative(root, testPath)} > ${currentTestName}`
  for (const { seed, path } of readFailures()[name] ?? []) {
    await fc.assert(property, { seed, path, endOnFailure: true })
  }
  const numRuns = fuzz ? Math.min(Number(fuzz), most) : runs
  // Tests set the other clocks.
  const start = process.hrtime.bigint()
  const result = await fc.check(property, { numRuns })
  if (fuzz) {
    const seconds = Number(process.hrtime.bigint() - start) / 1e9
    console.log(
      `${name}: ${result.numRuns} cases, ${Math.round(result.numRuns / seconds)} a second`,
    )
  }
  if (!result.failed) return
  // One whose seed is fixed, as for mutants, fails the same way the next time.
  if (fuzz && !fc.readConfigureGlobal().seed && result.counterexamplePath) {
    const failures = readFailures()
    const failure = { seed: result.seed, path: result.counterexamplePath }
    failures[name] = [...(failures[name] ?? []), failure]
    writeFileSync(failuresFile, `${JSON.stringify(failures, null, 2)}\n`)
  }
  throw new Error(await fc.asyncDefaultReportMessage(result), { cause: result.errorInstance })
}
