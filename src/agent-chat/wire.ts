import * as v from 'valibot'
import { parseUrl } from '../older-browsers/index.ts'

// Schemas and converters for what LiveChat sends. Published samples and live responses leave fields out, add new ones
// and mistype some, so a field of the wrong type counts as absent; only what a chat cannot do without is required.

/** A string; anything else counts as absent. */
export const text = v.fallback(v.optional(v.string()), undefined)
/** A number; anything else counts as absent. */
export const number = v.fallback(v.optional(v.number()), undefined)
/** The id of another page; servers in Go leave an empty one where there is none. */
export const pageId = v.pipe(
  text,
  v.transform((id) => id || undefined),
)
/** A value that is read later, or never. */
export const anything = v.optional(v.unknown())
/** A boolean; anything else counts as absent. */
export const flag = v.fallback(v.optional(v.boolean()), undefined)

/** A value of a schema; anything else counts as absent. */
export function maybe<Schema extends v.GenericSchema>(schema: Schema) {
  return v.fallback(v.optional(schema), undefined)
}

/** Reads an array and leaves unreadable members out; anything but an array is read as an empty one. */
export function readList<Out>(value: unknown, read: (one: unknown) => Out | undefined): Out[] {
  return Array.isArray(value) ? value.map(read).filter((one) => one !== undefined) : []
}

/** Reads an array of strings or numbers, each once. */
export function readValues<Value extends string | number>(
  value: unknown,
  schema: v.GenericSchema<Value>,
): Value[] {
  return [...new Set(readList(value, (one) => read(schema, one)))]
}

/** Reads an array of what has an id; what comes twice is kept once, as it came last. */
export function readUnique<Out>(
  value: unknown,
  read: (one: unknown) => Out | undefined,
  idOf: (one: Out) => string,
): Out[] {
  return [...new Map(readList(value, read).map((one) => [idOf(one), one])).values()]
}

/** Reads a value by a schema; undefined when it does not fit. */
export function read<Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
): v.InferOutput<Schema> | undefined {
  const result = v.safeParse(schema, value)
  return result.success ? result.output : undefined
}

/**
 * Converts an RFC 3339 time with any number of decimals to milliseconds since 1970; undefined for a day that is not in
 * the calendar, and for the zero times of servers, in the year 1 and on the first day of 1970.
 */
export function toTime(value: string | undefined): number | undefined {
  const [, date = '', day = ''] = /^(\d{4}-(?:0[1-9]|1[0-2])-(\d\d))T/i.exec(value ?? '') ?? []
  const time = Date.parse(value?.toUpperCase() ?? '')
  // Browsers take 30 February for 2 March. Up to the 28th every month has the day, and a long chat has many times to read.
  const isDay = ('01' <= day && day <= '28') || new Date(date).getUTCDate() === Number(day)
  return isDay && time >= 86_400_000 ? time : undefined
}

/** Makes a link that is safe to show: http(s) only, with the scheme LiveChat sometimes leaves out. */
export function toHttpUrl(value: string | undefined): string | undefined {
  if (!value) return undefined
  const complete = /^[\w-]+(\.[\w-]+)+\//.test(value)
    ? `https://${value}`
    : value.replace(/^\/\//, 'https://')
  const url = parseUrl(complete)
  return url?.protocol === 'https:' || url?.protocol === 'http:' ? url.href : undefined
}
