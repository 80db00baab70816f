import { truncate } from './truncate.ts'

/** Keys for a list of strangers' things, which may repeat themselves where a key must not. */
export function withKeys<T>(list: readonly T[], nameOf: (one: T) => string): [string, T][] {
  return list.map((one, index) => [`${index} ${truncate(nameOf(one), 40)}`, one])
}
