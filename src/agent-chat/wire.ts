import * as v from 'valibot'

/**
 * Pieces for reading what LiveChat sends. Samples and live answers leave fields out, add new ones and mistype
 * some, so a field that is not what it should be counts as absent; only what a row cannot do without is required.
 */
export const text = v.fallback(v.optional(v.string()), undefined)
export const number = v.fallback(v.optional(v.number()), undefined)
export const anything = v.optional(v.unknown())
export const flag = v.fallback(v.optional(v.boolean()), undefined)

export function maybe<Schema extends v.GenericSchema>(schema: Schema) {
  return v.fallback(v.optional(schema), undefined)
}

/** An array whose unreadable members are left out; not an array: empty. */
export function readList<Out>(value: unknown, read: (one: unknown) => Out | undefined): Out[] {
  return Array.isArray(value) ? value.map(read).filter((one) => one !== undefined) : []
}

export function read<Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
): v.InferOutput<Schema> | undefined {
  const result = v.safeParse(schema, value)
  return result.success ? result.output : undefined
}

/** Milliseconds since 1970 of an RFC 3339 time with any number of decimals. */
export function toTime(value: string | undefined): number | undefined {
  const time = value === undefined ? Number.NaN : Date.parse(value)
  return Number.isNaN(time) ? undefined : time
}

/** A link that may be shown: http(s) only; LiveChat sometimes leaves the scheme out. */
export function toHttpUrl(value: string | undefined): string | undefined {
  if (!value) return undefined
  const complete = /^[\w-]+(\.[\w-]+)+\//.test(value)
    ? `https://${value}`
    : value.replace(/^\/\//, 'https://')
  if (!URL.canParse(complete)) return undefined
  const url = new URL(complete)
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : undefined
}
