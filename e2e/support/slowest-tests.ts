import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter'

const shown = 10

/** Prints the slowest tests at the end of a run. */
export default class SlowestTests implements Reporter {
  readonly #took: { seconds: number; title: string }[] = []

  onTestEnd(test: TestCase, { duration }: TestResult): void {
    const [, , ...path] = test.titlePath()
    this.#took.push({ seconds: duration / 1000, title: path.join(' › ') })
  }

  onEnd(): void {
    const slowest = this.#took.toSorted((one, other) => other.seconds - one.seconds).slice(0, shown)
    const sum = this.#took.reduce((total, { seconds }) => total + seconds, 0)
    console.log(`\nSlowest of ${this.#took.length} tests, ${sum.toFixed(0)} s in all:`)
    for (const { seconds, title } of slowest)
      console.log(`${seconds.toFixed(1).padStart(6)} s  ${title}`)
  }

  printsToStdio(): boolean {
    return true
  }
}
