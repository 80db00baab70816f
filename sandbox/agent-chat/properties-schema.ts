import * as v from 'valibot'

export const propertiesSchema = v.record(
  v.string(),
  v.record(v.string(), v.union([v.string(), v.number(), v.boolean()])),
)

/** The form in which properties are deleted: names by namespace. */
export const propertyNames = v.record(v.string(), v.array(v.string()))
