interface Window {
  /** Put into each page by the bench; see `bench/instrument.ts`. */
  bench: {
    /** Milliseconds since 1970, by what happened then. */
    times: Record<string, number>
    mark(what: string): void
    /** Calls back once the next frame is painted. */
    afterPaint(callback: () => void): void
    /** Resolves with the time of a mark, at once when it is made already. */
    when(what: string): Promise<number>
  }
}
