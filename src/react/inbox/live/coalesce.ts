/**
 * Runs something as often as it is asked for, but one at a time: what is asked for while it runs is done once, after it.
 *
 * @param run   Never rejects.
 * @param pause Milliseconds from the end of one run to the beginning of the next.
 */
export function coalesce(run: () => Promise<unknown>, pause: number): () => void {
  let isBusy = false
  let isAskedFor = false
  async function begin(): Promise<void> {
    isBusy = true
    isAskedFor = false
    await run()
    setTimeout(() => {
      isBusy = false
      if (isAskedFor) void begin()
    }, pause)
  }
  return () => {
    isAskedFor = true
    if (!isBusy) void begin()
  }
}
