import { truncate } from './truncate.ts'

/** Makes unique React keys for values that may repeat. */
export function withKeys<T>(list: readonly T[], nameOf: (one: T) => string): [string, T][] {
  return list.map((one, index) => [`${index} ${truncate(nameOf(one), 40)}`, one])
}
