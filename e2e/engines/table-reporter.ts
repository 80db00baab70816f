import type { FullConfig, Reporter, Suite, TestCase, TestResult } from '@playwright/test/reporter'

/** Prints a table in the end: each scenario, and how long it took in each engine. */
export default class TableReporter implements Reporter {
  #engines: string[] = []
  readonly #rows = new Map<string, Map<string, string>>()

  onBegin(_config: FullConfig, suite: Suite): void {
    this.#engines = suite.suites.map(({ title }) => title)
  }

  onTestEnd(test: TestCase, { status, duration }: TestResult): void {
    const engine = test.parent.project()?.name ?? ''
    const row = this.#rows.get(test.title) ?? new Map<string, string>()
    const time = `${(duration / 1000).toFixed(1)} s`
    row.set(engine, status === test.expectedStatus ? time : status)
    this.#rows.set(test.title, row)
  }

  onEnd(): void {
    const lines = [...this.#rows].map(([title, row]) => [
      title,
      ...this.#engines.map((engine) => row.get(engine) ?? ''),
    ])
    const table = [['Scenario', ...this.#engines], ...lines]
    const widths = ['Scenario', ...this.#engines].map((_, column) =>
      Math.max(...table.map((line) => line[column]?.length ?? 0)),
    )
    const write = (cells: string[]) =>
      `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
    const [head = [], ...body] = table
    const rule = write(widths.map((width) => '-'.repeat(width)))
    console.log(['', write(head), rule, ...body.map(write), ''].join('\n'))
  }
}
