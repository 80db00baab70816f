/** What is wrong, and what to change. */
export interface Advice {
  /** An `error` keeps agents from signing in; a `warning` does not, or not all of them. */
  level: 'error' | 'warning'
  problem: string
  remedy: string
}

export function error(problem: string, remedy: string): Advice {
  return { level: 'error', problem, remedy }
}

export function warning(problem: string, remedy: string): Advice {
  return { level: 'warning', problem, remedy }
}
