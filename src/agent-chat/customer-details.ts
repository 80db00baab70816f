import * as v from 'valibot'
import { anything, maybe, read, readList, text, toHttpUrl, toTime } from './wire.ts'

/** What LiveChat knows about a customer, for the details beside a conversation. */
export interface CustomerDetails {
  id: string
  name: string | undefined
  email: string | undefined
  phone: string | undefined
  city: string | undefined
  region: string | undefined
  country: string | undefined
  /** IANA name, such as `Europe/Warsaw`; not validated. */
  timeZone: string | undefined
  /** When LiveChat first saw them, in milliseconds since 1970. */
  customerSince: number | undefined
  /** Pages they opened on their last visit, oldest first. */
  pages: VisitedPage[]
  /** The page that led them to the website. */
  referrer: string | undefined
  /** Counts LiveChat keeps, such as `visits_count`. */
  statistics: NamedValue[]
  /** Fields the website sends along. */
  fields: NamedValue[]
}

/** A page of the website a customer opened. */
export interface VisitedPage {
  title: string
  /** Absent when it is not an http(s) address. */
  url: string | undefined
  /** When it was opened, in milliseconds since 1970. */
  openedAt: number | undefined
}

/** A value with its name. */
export interface NamedValue {
  /** As on the wire, such as `visits_count`. */
  name: string
  value: string
}

const WireLocation = v.object({ city: text, region: text, country: text, timezone: text })

const WireDetails = v.object({
  id: v.string(),
  type: v.literal('customer'),
  name: text,
  email: text,
  phone_number: text,
  created_at: text,
  statistics: anything,
  session_fields: anything,
  visit: maybe(
    v.object({ referrer: text, geolocation: maybe(WireLocation), last_pages: anything }),
  ),
})

const WirePage = v.object({ title: text, url: text, opened_at: text })

/**
 * Reads the details of a customer.
 *
 * @returns undefined when it is not a customer.
 * @see https://platform.text.com/docs/messaging/agent-chat-api/data-structures#users
 */
export function readCustomerDetails(value: unknown): CustomerDetails | undefined {
  const wire = read(WireDetails, value)
  if (!wire) return undefined
  const location = wire.visit?.geolocation
  return {
    id: wire.id,
    name: wire.name?.trim() || undefined,
    email: wire.email?.trim() || undefined,
    phone: wire.phone_number || undefined,
    city: location?.city || undefined,
    region: location?.region || undefined,
    country: location?.country || undefined,
    timeZone: location?.timezone || undefined,
    customerSince: toTime(wire.created_at),
    pages: readList(wire.visit?.last_pages, readPage),
    referrer: toHttpUrl(wire.visit?.referrer),
    statistics: readNamedValues(wire.statistics),
    fields: readList(wire.session_fields, (one) => one).flatMap(readNamedValues),
  }
}

function readPage(value: unknown): VisitedPage | undefined {
  const wire = read(WirePage, value)
  if (!wire) return undefined
  return {
    title: wire.title ?? '',
    url: toHttpUrl(wire.url),
    openedAt: toTime(wire.opened_at),
  }
}

function readNamedValues(value: unknown): NamedValue[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, one]) =>
    typeof one === 'string' || typeof one === 'number' || typeof one === 'boolean'
      ? [{ name, value: String(one) }]
      : [],
  )
}
