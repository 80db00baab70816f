import type { Browser } from './browser.ts'
import type { Samples } from './race.ts'
import type { Servers } from './servers.ts'

/** What the lines are measured with. */
export interface Bench {
  browser: Browser
  servers: Servers
}

/** A line of the table: a piece of work, and what it cost everybody who did it. */
export interface Line {
  work: string
  unit: 'ms' | 'KB' | 'a second'
  samples: Samples
  /** Whose costs the others are compared with. */
  floor?: string
  goal: string
}

/** Lines that are measured together, by the name that `--only` takes. */
export interface Group {
  name: string
  /** Its heading in docs/performance.md. */
  title: string
  measure(bench: Bench): Promise<Line[]>
}
