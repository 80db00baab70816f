import * as v from 'valibot'

/** A filter by values that must exist or must not. */
export const valueFilter = v.pipe(
  v.object({
    exists: v.optional(v.boolean()),
    values: v.optional(v.array(v.string())),
    exclude_values: v.optional(v.array(v.string())),
    require_every_value: v.optional(v.boolean(), false),
  }),
  v.check(
    ({ exists, values, exclude_values }) =>
      [exists, values, exclude_values].filter((one) => one !== undefined).length === 1,
    'exactly one of `exists`, `values`, `exclude_values` is required',
  ),
)
export type ValueFilter = v.InferOutput<typeof valueFilter>

export function matchesValueFilter(
  filter: ValueFilter | undefined,
  actual: readonly string[],
): boolean {
  if (!filter) return true
  if (filter.exists !== undefined) return filter.exists === actual.length > 0
  if (!filter.require_every_value) return matchesValues(filter, actual)
  const has = (value: string) => actual.includes(value)
  return (filter.values?.every(has) ?? true) && !(filter.exclude_values?.every(has) ?? false)
}

/** Whether there is any of the values and none of the excluded ones. */
export function matchesValues<Value>(
  filter: { values?: Value[] | undefined; exclude_values?: Value[] | undefined },
  actual: readonly Value[],
): boolean {
  const has = (value: Value) => actual.includes(value)
  return (filter.values?.some(has) ?? true) && !(filter.exclude_values?.some(has) ?? false)
}
