import * as v from 'valibot'
import { anything, maybe, read, readList, text, toHttpUrl, toTime } from './wire.ts'

/** What LiveChat knows of a customer beside the name, for the card next to a conversation. */
export interface CustomerDetails {
  id: string
  name: string | undefined
  email: string | undefined
  phone: string | undefined
  city: string | undefined
  region: string | undefined
  country: string | undefined
  /** IANA name, such as `Europe/Warsaw`; unchecked. */
  timeZone: string | undefined
  /** Milliseconds since 1970. */
  customerSince: number | undefined
  /** Pages of the last visit, oldest first. */
  pages: VisitedPage[]
  /** Where the visit came from. */
  referrer: string | undefined
  statistics: NamedValue[]
  /** Fields that the website sends along. */
  fields: NamedValue[]
}

export interface VisitedPage {
  title: string
  /** Absent when it is no web address. */
  url: string | undefined
  /** Milliseconds since 1970. */
  openedAt: number | undefined
}

export interface NamedValue {
  /** As on the wire, such as `visits_count`. */
  name: string
  value: string
}

const WirePlace = v.object({ city: text, region: text, country: text, timezone: text })

const WireDetails = v.object({
  id: v.string(),
  type: v.literal('customer'),
  name: text,
  email: text,
  phone_number: text,
  created_at: text,
  statistics: anything,
  session_fields: anything,
  visit: maybe(v.object({ referrer: text, geolocation: maybe(WirePlace), last_pages: anything })),
})

const WirePage = v.object({ title: text, url: text, opened_at: text })

/** @returns undefined when it is no customer. */
export function toCustomerDetails(value: unknown): CustomerDetails | undefined {
  const wire = read(WireDetails, value)
  if (!wire) return undefined
  const place = wire.visit?.geolocation
  return {
    id: wire.id,
    name: wire.name?.trim() || undefined,
    email: wire.email?.trim() || undefined,
    phone: wire.phone_number || undefined,
    city: place?.city || undefined,
    region: place?.region || undefined,
    country: place?.country || undefined,
    timeZone: place?.timezone || undefined,
    customerSince: toTime(wire.created_at),
    pages: readList(wire.visit?.last_pages, toPage),
    referrer: toHttpUrl(wire.visit?.referrer),
    statistics: namedValues(wire.statistics),
    fields: readList(wire.session_fields, (one) => one).flatMap(namedValues),
  }
}

function toPage(value: unknown): VisitedPage | undefined {
  const wire = read(WirePage, value)
  if (!wire) return undefined
  return {
    title: wire.title ?? '',
    url: toHttpUrl(wire.url),
    openedAt: toTime(wire.opened_at),
  }
}

function namedValues(value: unknown): NamedValue[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, one]) =>
    typeof one === 'string' || typeof one === 'number' || typeof one === 'boolean'
      ? [{ name, value: String(one) }]
      : [],
  )
}
