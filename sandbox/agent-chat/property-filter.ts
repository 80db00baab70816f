import * as v from 'valibot'
import type { Properties } from '../model/chat.ts'

export const propertiesSchema = v.record(
  v.string(),
  v.record(v.string(), v.union([v.string(), v.number(), v.boolean()])),
)

/** Properties to delete: names by namespace. */
export const propertyNames = v.record(v.string(), v.array(v.string()))

const value = v.union([v.string(), v.number(), v.boolean()])

const condition = v.pipe(
  v.object({
    exists: v.optional(v.boolean()),
    values: v.optional(v.array(value)),
    exclude_values: v.optional(v.array(value)),
  }),
  v.check(
    (given) => Object.values(given).filter((one) => one !== undefined).length === 1,
    'exactly one of `exists`, `values`, `exclude_values` is required',
  ),
)

/** `{namespace: {name: condition}}`; all conditions must hold. */
export const propertyFilter = v.record(v.string(), v.record(v.string(), condition))

export function matchesProperties(
  filter: v.InferOutput<typeof propertyFilter>,
  properties: Properties,
): boolean {
  return Object.entries(filter).every(([namespace, names]) =>
    Object.entries(names).every(([name, { exists, values, exclude_values }]) => {
      const actual = properties[namespace]?.[name]
      if (exists !== undefined) return exists === (actual !== undefined)
      if (values) return actual !== undefined && values.includes(actual)
      return actual === undefined || !exclude_values?.includes(actual)
    }),
  )
}
