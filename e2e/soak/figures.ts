import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter'

type Figures = Record<string, number | string>

/** Prints what every test counted, once all have ended. */
export default class FiguresReporter implements Reporter {
  readonly #lines: string[] = []

  onTestEnd({ title }: TestCase, { annotations, duration, status }: TestResult): void {
    this.#lines.push('', `${title}: ${status} after ${(duration / 60_000).toFixed(1)} min`)
    for (const { type, description = '' } of annotations) {
      this.#lines.push(`  ${type.padEnd(30)} ${description}`)
    }
  }

  onEnd(): void {
    console.log(this.#lines.join('\n'))
  }
}

/** Adds figures to the result of a test. */
export function report({ annotations }: Pick<TestResult, 'annotations'>, figures: Figures): void {
  for (const [type, value] of Object.entries(figures)) {
    annotations.push({ type, description: value.toLocaleString('en') })
  }
}
