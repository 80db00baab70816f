/** Made with the module, which is loaded before anybody waits for it: the first that a page makes takes many milliseconds. */
const format = new Intl.NumberFormat('en')

/** A number of things as the screen shows it: '12,345'. */
export function formatCount(count: number): string {
  return format.format(count)
}
