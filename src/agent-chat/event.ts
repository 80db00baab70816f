import * as v from 'valibot'
import { anything, flag, maybe, number, read, readList, text, toHttpUrl, toTime } from './wire.ts'

interface EventBase {
  id: string
  /** Milliseconds since 1970; 0 when LiveChat did not say. */
  createdAt: number
  /** Absent on system events. */
  authorId: string | undefined
  /** The sender's own id for the event. */
  customId: string | undefined
  /** Whether only agents see it, as a note. */
  agentsOnly: boolean
}

/** One field of a form, with what was filled in. */
export interface FormField {
  label: string
  /** What was filled in: one entry for a text field, several for checkboxes. */
  answers: string[]
  /** The choices offered; empty for a text field. */
  options: string[]
}

/** One card of a rich message. */
export interface RichCard {
  title: string
  subtitle: string
  imageUrl: string | undefined
  /** Text alternative of the image. */
  imageAlternative: string
  /** Labels of the buttons. */
  buttons: string[]
}

/** One event of a thread: a message, a file, a form or something LiveChat did. */
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

// A schema for each type, and the common fields last in each event: both make reading several times as fast.
const WireEvent = v.object({
  id: v.string(),
  type: v.string(),
  created_at: text,
  author_id: text,
  custom_id: text,
  visibility: text,
  deleted: flag,
  text,
})

const WireFile = v.object({
  name: text,
  url: text,
  thumbnail_url: text,
  content_type: text,
  size: number,
  width: number,
  height: number,
  alternative_text: text,
})

const WireForm = v.object({ form_type: text, fields: anything })

const WireRichMessage = v.object({ template_id: text, elements: anything })

const WireSystemMessage = v.object({ system_message_type: text })

const WireSystem = v.object({ source: text, subtype: text })

const Image = v.object({ url: text, alternative_text: text, name: text })

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
 * Reads one event of any type; types this package does not know become `unknown` with whatever text they have.
 *
 * @returns undefined when it has no id or no type.
 * @see https://platform.text.com/docs/messaging/agent-chat-api/data-structures#events
 */
export function readEvent(value: unknown): ChatEvent | undefined {
  const wire = read(WireEvent, value)
  if (!wire) return undefined
  const base: EventBase = {
    id: wire.id,
    createdAt: toTime(wire.created_at) ?? 0,
    authorId: wire.author_id,
    customId: wire.custom_id,
    agentsOnly: wire.visibility === 'agents',
  }
  if (wire.deleted) return { type: 'deleted', wasType: wire.type, ...base }
  switch (wire.type) {
    case 'message':
      return { type: 'message', text: wire.text ?? '', ...base }
    case 'file': {
      const file = v.parse(WireFile, value)
      return {
        type: 'file',
        name: file.name ?? '',
        url: toHttpUrl(file.url),
        thumbnailUrl: toHttpUrl(file.thumbnail_url),
        contentType: file.content_type ?? '',
        size: file.size,
        width: file.width,
        height: file.height,
        alternativeText: file.alternative_text ?? '',
        ...base,
      }
    }
    case 'form':
    case 'filled_form': {
      const form = v.parse(WireForm, value)
      return {
        type: wire.type,
        formType: form.form_type,
        fields: readList(form.fields, readFormField),
        ...base,
      }
    }
    case 'rich_message': {
      const rich = v.parse(WireRichMessage, value)
      return {
        type: 'rich_message',
        template: rich.template_id ?? '',
        cards: readList(rich.elements, readRichCard),
        ...base,
      }
    }
    case 'system_message':
      return {
        type: 'system_message',
        text: wire.text ?? '',
        systemType: v.parse(WireSystemMessage, value).system_message_type ?? '',
        ...base,
      }
    case 'system': {
      const { source, subtype } = v.parse(WireSystem, value)
      return { type: 'system', source: source ?? '', subtype: subtype ?? '', ...base }
    }
    case 'custom':
      return { type: 'custom', ...base }
    default:
      return { type: 'unknown', wireType: wire.type, text: wire.text ?? '', ...base }
  }
}

function readFormField(value: unknown): FormField | undefined {
  const wire = read(WireField, value)
  if (!wire) return undefined
  const single = readChoice(wire.answer)
  return {
    label: wire.label ?? '',
    answers: single === undefined ? readList(wire.answers, readChoice) : [single],
    options: readList(wire.options, readChoice),
  }
}

/** A choice is a text, or an option with a label. */
function readChoice(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  return read(v.object({ label: v.string() }), value)?.label
}

function readRichCard(value: unknown): RichCard | undefined {
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
