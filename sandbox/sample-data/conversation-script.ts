import type { Button, RichElement } from '../model/chat.ts'

/** A scripted conversation; `make-thread.ts` turns it into events with ids, times and authors. */
export interface Script {
  language: Language
  /** The group that usually answers it. */
  groupId: number
  tags: string[]
  /** The thread's summary, as an AI assistant would write it. */
  summary: string
  lines: Line[]
}

export type Language = 'en' | 'pl' | 'de' | 'es' | 'fr' | 'pt' | 'ja' | 'ar' | 'he'

/** `{name}`, `{agent}`, `{order}` and `{city}` are filled in per chat. */
export type Line =
  | { by: 'customer' | 'agent'; text: string }
  | { by: 'note'; text: string }
  | { by: 'customer' | 'agent'; file: string; alt?: string }
  | { by: 'agent'; cards: RichElement[] }
  | { by: 'agent'; quickReplies: string; choices: string[] }
  | { by: 'agent'; form: string; options: string[] }
  | { by: 'customer'; deleted: string }
  | { by: 'app'; custom: object }
  | { by: 'system'; kind: string; text: string; vars: Record<string, string> }
  | { by: 'store'; subtype: string; details: object }

export const customer = (text: string): Line => ({ by: 'customer', text })
export const agent = (text: string): Line => ({ by: 'agent', text })
export const note = (text: string): Line => ({ by: 'note', text })
export const sends = (by: 'customer' | 'agent', file: string, alt?: string): Line =>
  alt === undefined ? { by, file } : { by, file, alt }
export const cards = (...elements: RichElement[]): Line => ({ by: 'agent', cards: elements })
export const ask = (question: string, ...choices: string[]): Line => ({
  by: 'agent',
  quickReplies: question,
  choices,
})
export const form = (label: string, ...options: string[]): Line => ({
  by: 'agent',
  form: label,
  options,
})
export const deleted = (text: string): Line => ({ by: 'customer', deleted: text })
export const custom = (content: object): Line => ({ by: 'app', custom: content })
export const system = (kind: string, text: string, vars: Record<string, string>): Line => ({
  by: 'system',
  kind,
  text,
  vars,
})
export const store = (subtype: string, details: object): Line => ({ by: 'store', subtype, details })

export const link = (text: string, value: string): Button => ({
  text,
  type: 'url',
  value,
  postback_id: 'open',
  user_ids: [],
  target: 'new',
})
export const reply = (text: string): Button => ({
  text,
  type: 'message',
  value: text,
  postback_id: text.toLowerCase().replaceAll(' ', '_'),
  user_ids: [],
})
