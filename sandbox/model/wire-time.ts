/** LiveChat's times are UTC with microseconds; here they are microseconds since 1970 until they are written. */
export type Microseconds = number

export function toWireTime(time: Microseconds): string {
  const milliseconds = Math.floor(time / 1000)
  const rest = String(Math.floor(time) % 1000).padStart(3, '0')
  return `${new Date(milliseconds).toISOString().slice(0, -1)}${rest}Z`
}

/** Reads RFC 3339 with any offset and up to microseconds; NaN when it is not a time. */
export function fromWireTime(text: string): Microseconds {
  const match = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.(\d{1,9}))?(Z|[+-]\d{2}:\d{2})$/i.exec(
    text,
  )
  if (!match) return Number.NaN
  const [, seconds = '', fraction = '', zone = ''] = match
  return Date.parse(`${seconds}${zone}`) * 1000 + Number(fraction.padEnd(6, '0').slice(0, 6))
}
