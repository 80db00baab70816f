type WithoutUndefined<T> = { [K in keyof T]: Exclude<T[K], undefined> }

/** Copies an object without the properties that are undefined. */
export function withoutUndefined<T extends object>(value: T): WithoutUndefined<T> {
  return Object.fromEntries(
    Object.entries(value).filter(([, part]) => part !== undefined),
  ) as WithoutUndefined<T>
}
