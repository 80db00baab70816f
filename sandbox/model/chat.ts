/** A chat in the form of API 3.6 (docs/protocol.md 8.7, 8.8); `serialize.ts` makes older versions from it. */
export interface Chat {
  id: string
  /** Absent in a chat between agents. */
  customer?: Customer
  agents: AgentUser[]
  /** Oldest first; only the last may be active. */
  threads: Thread[]
  properties: Properties
  access: Access
  /** Emails of the agents who follow it. */
  followers: string[]
}

export type Properties = Record<string, Record<string, string | number | boolean>>

export interface Access {
  group_ids: number[]
}

export interface Thread {
  id: string
  created_at: string
  active: boolean
  user_ids: string[]
  events: ChatEvent[]
  properties: Properties
  access: Access
  tags?: string[]
  /** When it joined the queue; the position is counted when someone looks. */
  queued_at?: string
  /** Why the events are withheld. */
  restricted_access?: string
  summary?: { status: string; text: string; updated_at: string }
  customer_visit?: { ip: string; user_agent: string; geolocation: Geolocation }
}

export type Visibility = 'all' | 'agents'

interface EventFrame {
  id: string
  created_at: string
  visibility: Visibility
  author_id?: string
  custom_id?: string
  properties?: Properties
  deleted?: boolean
}

export interface Button {
  text: string
  postback_id: string
  user_ids: string[]
  type?: 'webview' | 'message' | 'url' | 'phone'
  value?: string
  webview_height?: string
  target?: string
}

export interface Picture {
  name: string
  url: string
  content_type: string
  size: number
  width: number
  height: number
  alternative_text: string
}

export interface RichElement {
  title?: string
  subtitle?: string
  image?: Picture
  buttons?: Button[]
}

export interface Answer {
  id: string
  label: string
  group_id?: number
}

export interface FormField {
  type: string
  id: string
  label: string
  required?: boolean
  options?: { id: string; label: string }[]
  answer?: string | Answer
  answers?: Answer[]
}

export type EventContent =
  | { type: 'message'; text: string; postback?: object }
  | {
      type: 'file'
      name: string
      url: string
      content_type: string
      thumbnail_url?: string
      thumbnail2x_url?: string
      size?: number
      width?: number
      height?: number
      alternative_text?: string
    }
  | { type: 'filled_form' | 'form'; form_id: string; form_type?: string; fields: FormField[] }
  | { type: 'rich_message'; template_id: string; elements: RichElement[] }
  | { type: 'custom'; content?: object }
  | {
      type: 'system_message'
      system_message_type: string
      text?: string
      text_vars?: Record<string, string>
    }
  | { type: 'system'; source: string; subtype: string; version: number; details: string }

export type ChatEvent = EventFrame & EventContent

export interface AgentUser {
  id: string
  type: 'agent'
  name: string
  email: string
  present: boolean
  avatar?: string
  events_seen_up_to?: string
  visibility: Visibility
}

export interface Geolocation {
  country: string
  country_code: string
  region: string
  city: string
  timezone: string
  latitude: string
  longitude: string
}

export interface Visit {
  started_at: string
  ended_at?: string
  referrer?: string
  ip: string
  user_agent: string
  geolocation: Geolocation
  last_pages: { opened_at: string; url: string; title: string }[]
}

export interface Customer {
  id: string
  type: 'customer'
  name?: string
  email?: string
  email_verified?: boolean
  avatar?: string
  phone_number?: string
  present: boolean
  online?: boolean
  followed?: boolean
  state?: string
  created_at?: string
  events_seen_up_to?: string
  agent_last_event_created_at?: string
  customer_last_event_created_at?: string
  group_ids?: number[]
  statistics?: Record<string, number>
  session_fields?: Record<string, string>[]
  tickets?: { ticket_id: string; created_at: string }[]
  visit?: Visit
  address?: Record<string, string>
  carts?: object[]
}
