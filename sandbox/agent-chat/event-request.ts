import * as v from 'valibot'
import type { EventContent } from '../model/chat.ts'
import { propertiesSchema } from './property-filter.ts'

const kilobytes16 = 16 * 1024
/** Of a file that was uploaded here, under whichever name the sandbox was reached. */
const uploadedFile = /^https?:\/\/[^/?#]+\/files\//

const frame = {
  visibility: v.optional(v.picklist(['all', 'agents']), 'all'),
  custom_id: v.optional(v.string()),
  author_id: v.optional(v.string()),
  properties: v.optional(propertiesSchema),
}

const text = v.pipe(
  v.string(),
  v.minLength(1, 'must not be empty'),
  v.check((given) => Buffer.byteLength(given) <= kilobytes16, 'must be at most 16 KB of UTF-8'),
)

const button = v.object({
  text: v.string(),
  postback_id: v.string(),
  user_ids: v.array(v.string()),
  type: v.exactOptional(v.picklist(['webview', 'message', 'url', 'phone'])),
  value: v.exactOptional(v.string()),
  webview_height: v.exactOptional(v.string()),
  target: v.exactOptional(v.string()),
})

const option = v.object({ id: v.string(), label: v.string() })
const answer = v.object({ ...option.entries, group_id: v.exactOptional(v.number()) })
const field = v.object({
  type: v.string(),
  id: v.string(),
  label: v.string(),
  required: v.exactOptional(v.boolean()),
  options: v.exactOptional(v.array(option)),
  answer: v.exactOptional(v.union([v.string(), answer])),
  answers: v.exactOptional(v.array(answer)),
})
const formEntries = { form_id: v.string(), fields: v.array(field) }

/** An event as a client sends it (docs/protocol.md 8.8); `system` events come from LiveChat alone. */
export const eventRequest = v.variant('type', [
  v.object({
    ...frame,
    type: v.literal('message'),
    text,
    postback: v.exactOptional(v.looseObject({})),
  }),
  v.object({
    ...frame,
    type: v.literal('file'),
    url: v.pipe(v.string(), v.regex(uploadedFile, 'must be a file uploaded with `upload_file`')),
    alternative_text: v.exactOptional(v.string()),
  }),
  v.object({ ...frame, type: v.literal('filled_form'), ...formEntries }),
  v.object({ ...frame, type: v.literal('form'), ...formEntries }),
  v.object({
    ...frame,
    type: v.literal('rich_message'),
    template_id: v.picklist(['cards', 'sticker', 'quick_replies', 'ecommerce']),
    elements: v.pipe(
      v.array(
        v.object({
          title: v.exactOptional(v.string()),
          subtitle: v.exactOptional(v.string()),
          buttons: v.exactOptional(v.pipe(v.array(button), v.maxLength(13))),
        }),
      ),
      v.maxLength(10),
    ),
  }),
  v.object({ ...frame, type: v.literal('custom'), content: v.exactOptional(v.looseObject({})) }),
  v.object({
    ...frame,
    type: v.literal('system_message'),
    system_message_type: v.string(),
    text: v.exactOptional(v.string()),
    text_vars: v.exactOptional(v.record(v.string(), v.string())),
  }),
])

export type EventRequest = v.InferOutput<typeof eventRequest>

export function contentOf(request: EventRequest): EventContent {
  const { visibility: _, custom_id: __, author_id: ___, properties: ____, ...content } = request
  return content.type === 'file' ? fileContent(content.url, content.alternative_text) : content
}

const imageTypes: Record<string, string> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
}

function fileContent(url: string, alternative_text: string | undefined): EventContent {
  const name = decodeURIComponent(new URL(url).pathname.split('/').at(-1) ?? '')
  const extension = name.split('.').at(-1)?.toLowerCase() ?? ''
  const image = imageTypes[extension]
  if (image === undefined) {
    const content_type = extension === 'pdf' ? 'application/pdf' : 'application/octet-stream'
    return { type: 'file', name, url, content_type }
  }
  return {
    type: 'file',
    name,
    url,
    content_type: image,
    thumbnail_url: `${url}?width=300`,
    thumbnail2x_url: `${url}?width=600`,
    ...(alternative_text === undefined ? {} : { alternative_text }),
  }
}
