import { parseUrl } from '../older-browsers/index.ts'

/** Whether a JSON value is an object or array, whose fields can be read. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

/** A text that is not blank; undefined for anything else. */
export function readText(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined
}

/** A link that is safe to show: http(s) only; undefined for anything else. */
export function readHttpUrl(value: unknown): string | undefined {
  return typeof value === 'string' && /^https?:\/\//.test(value) && parseUrl(value)
    ? value
    : undefined
}
