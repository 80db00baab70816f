import * as v from 'valibot'
import { anything, flag, maybe, number, read, readList, text, toHttpUrl, toTime } from './wire.ts'

interface EventBase {
  id: string
  /** Milliseconds since 1970. */
  createdAt: number
  /** Absent on system events. */
  authorId: string | undefined
  customId: string | undefined
  /** Only agents see it: a note. */
  agentsOnly: boolean
}

export interface FormField {
  label: string
  /** One for a text field, several for a checkbox. */
  answers: string[]
  /** What one may choose from; empty for a text field. */
  options: string[]
}

export interface RichCard {
  title: string
  subtitle: string
  imageUrl: string | undefined
  imageAlternative: string
  buttons: string[]
}

/** One thing that happened in a thread. */
export type ChatEvent = EventBase &
  (
    | { type: 'message'; text: string }
    | {
        type: 'file'
        name: string
        url: string | undefined
        thumbnailUrl: string | undefined
        contentType: string
        /** Bytes. */
        size: number | undefined
        width: number | undefined
        height: number | undefined
        alternativeText: string
      }
    | { type: 'form'; formType: string | undefined; fields: FormField[] }
    | { type: 'filled_form'; formType: string | undefined; fields: FormField[] }
    | { type: 'rich_message'; template: string; cards: RichCard[] }
    | { type: 'system_message'; text: string; systemType: string }
    | { type: 'system'; source: string; subtype: string }
    | { type: 'custom' }
    | { type: 'deleted'; wasType: string }
    | { type: 'unknown'; wireType: string; text: string }
  )

const Image = v.object({ url: text, alternative_text: text, name: text })

const WireEvent = v.object({
  id: v.string(),
  type: v.string(),
  created_at: text,
  author_id: text,
  custom_id: text,
  visibility: text,
  deleted: flag,
  text,
  name: text,
  url: text,
  thumbnail_url: text,
  content_type: text,
  size: number,
  width: number,
  height: number,
  alternative_text: text,
  form_type: text,
  template_id: text,
  system_message_type: text,
  source: text,
  subtype: text,
  fields: anything,
  elements: anything,
})

const WireField = v.object({
  label: text,
  answer: anything,
  answers: anything,
  options: anything,
})

const WireElement = v.object({
  title: text,
  subtitle: text,
  image: maybe(Image),
  buttons: anything,
})

/**
 * Reads one event of any type; types not known yet become `unknown` with whatever text they have.
 *
 * @returns undefined when it has no id or no type, so nothing can be said of it.
 * @see https://platform.text.com/docs/messaging/agent-chat-api/data-structures#events
 */
export function toEvent(value: unknown): ChatEvent | undefined {
  const wire = read(WireEvent, value)
  if (!wire) return undefined
  const base: EventBase = {
    id: wire.id,
    createdAt: toTime(wire.created_at) ?? 0,
    authorId: wire.author_id,
    customId: wire.custom_id,
    agentsOnly: wire.visibility === 'agents',
  }
  if (wire.deleted) return { ...base, type: 'deleted', wasType: wire.type }
  switch (wire.type) {
    case 'message':
      return { ...base, type: 'message', text: wire.text ?? '' }
    case 'file':
      return {
        ...base,
        type: 'file',
        name: wire.name ?? '',
        url: toHttpUrl(wire.url),
        thumbnailUrl: toHttpUrl(wire.thumbnail_url),
        contentType: wire.content_type ?? '',
        size: wire.size,
        width: wire.width,
        height: wire.height,
        alternativeText: wire.alternative_text ?? '',
      }
    case 'form':
    case 'filled_form':
      return {
        ...base,
        type: wire.type,
        formType: wire.form_type,
        fields: readList(wire.fields, toFormField),
      }
    case 'rich_message':
      return {
        ...base,
        type: 'rich_message',
        template: wire.template_id ?? '',
        cards: readList(wire.elements, toRichCard),
      }
    case 'system_message':
      return {
        ...base,
        type: 'system_message',
        text: wire.text ?? '',
        systemType: wire.system_message_type ?? '',
      }
    case 'system':
      return { ...base, type: 'system', source: wire.source ?? '', subtype: wire.subtype ?? '' }
    case 'custom':
      return { ...base, type: 'custom' }
    default:
      return { ...base, type: 'unknown', wireType: wire.type, text: wire.text ?? '' }
  }
}

function toFormField(value: unknown): FormField | undefined {
  const wire = read(WireField, value)
  if (!wire) return undefined
  const single = answerText(wire.answer)
  return {
    label: wire.label ?? '',
    answers: single === undefined ? readList(wire.answers, answerText) : [single],
    options: readList(wire.options, answerText),
  }
}

/** An answer is a text, or an option with a label. */
function answerText(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  return read(v.object({ label: v.string() }), value)?.label
}

function toRichCard(value: unknown): RichCard | undefined {
  const wire = read(WireElement, value)
  if (!wire) return undefined
  return {
    title: wire.title ?? '',
    subtitle: wire.subtitle ?? '',
    imageUrl: toHttpUrl(wire.image?.url),
    imageAlternative: wire.image?.alternative_text ?? wire.image?.name ?? '',
    buttons: readList(wire.buttons, (one) => read(v.object({ text: v.string() }), one)?.text),
  }
}
