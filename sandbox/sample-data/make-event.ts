import type { ChatEvent, EventContent, FormField, Visibility } from '../model/chat.ts'
import type { Line } from './conversation-script.ts'

/** The values that fill a script's placeholders. */
export interface ScriptValues {
  customerId: string
  customerName: string
  customerEmail: string
  agentEmail: string
  agentName: string
  order: string
  city: string
}

export function makeEvent(
  line: Line,
  id: string,
  created_at: string,
  values: ScriptValues,
): ChatEvent {
  const visibility: Visibility = line.by === 'note' ? 'agents' : 'all'
  const frame = { id, created_at, visibility }
  const content = contentOf(line, values)
  if (line.by === 'system' || line.by === 'store') return { ...frame, ...content }
  const author_id = line.by === 'customer' ? values.customerId : values.agentEmail
  if ('deleted' in line) return { ...frame, author_id, deleted: true, ...content }
  return { ...frame, author_id, ...content }
}

function contentOf(line: Line, values: ScriptValues): EventContent {
  if (line.by === 'system') {
    return {
      type: 'system_message',
      system_message_type: line.kind,
      text: fill(line.text, values),
      text_vars: Object.fromEntries(
        Object.entries(line.vars).map(([name, value]) => [name, fill(value, values)]),
      ),
    }
  }
  if (line.by === 'store') {
    return {
      type: 'system',
      source: 'cdp',
      subtype: line.subtype,
      version: 1,
      details: JSON.stringify(line.details),
    }
  }
  if (line.by === 'app') return { type: 'custom', content: line.custom }
  if ('file' in line) return fileOf(fill(line.file, values), line.alt)
  if ('cards' in line) return { type: 'rich_message', template_id: 'cards', elements: line.cards }
  if ('quickReplies' in line) {
    return {
      type: 'rich_message',
      template_id: 'quick_replies',
      elements: [
        {
          title: line.quickReplies,
          buttons: line.choices.map((text, index) => ({
            text,
            type: 'message',
            value: text,
            postback_id: `choice_${index + 1}`,
            user_ids: [],
          })),
        },
      ],
    }
  }
  if ('form' in line) {
    return {
      type: 'form',
      form_id: '1473433500211',
      form_type: 'other',
      fields: [
        {
          type: 'radio',
          id: '154417206262602571',
          label: line.form,
          required: true,
          options: line.options.map((label, index) => ({ id: String(index), label })),
        },
      ],
    }
  }
  return { type: 'message', text: fill('deleted' in line ? line.deleted : line.text, values) }
}

function fileOf(name: string, alt: string | undefined): EventContent {
  const url = `https://cdn.example.com/files/${name}`
  if (alt === undefined) return { type: 'file', name, url, content_type: 'application/pdf' }
  return {
    type: 'file',
    name,
    url,
    thumbnail_url: `${url}?width=300`,
    thumbnail2x_url: `${url}?width=600`,
    content_type: name.endsWith('.png') ? 'image/png' : 'image/jpeg',
    size: 184_320,
    width: 1280,
    height: 960,
    alternative_text: alt,
  }
}

export function preChatForm(
  values: ScriptValues,
  groupId: number,
  groupName: string,
): EventContent {
  const fields: FormField[] = [
    { type: 'name', id: '154417206262603539', label: 'Your name', answer: values.customerName },
    { type: 'email', id: '154417206262601584', label: 'Your email', answer: values.customerEmail },
    {
      type: 'group_chooser',
      id: '154417206262605324',
      label: 'Who can help you?',
      answer: { id: String(groupId), group_id: groupId, label: groupName },
    },
  ]
  return { type: 'filled_form', form_id: '1473433500212', form_type: 'prechat', fields }
}

export function postChatForm(liked: boolean): EventContent {
  return {
    type: 'filled_form',
    form_id: '1473433500213',
    form_type: 'postchat',
    fields: [
      {
        type: 'radio',
        id: '154417206262609001',
        label: 'Was your question answered?',
        answer: liked ? { id: '0', label: 'Yes' } : { id: '1', label: 'Not really' },
      },
      {
        type: 'checkbox',
        id: '154417206262609002',
        label: 'What did you like?',
        answers: liked
          ? [
              { id: '10', label: 'Fast' },
              { id: '11', label: 'Friendly' },
            ]
          : [],
      },
    ],
  }
}

/** Fills in placeholders such as `{name}`. */
export function fill(text: string, values: ScriptValues): string {
  if (!text.includes('{')) return text
  const [firstName] = values.customerName.split(' ')
  return text
    .replaceAll(/(,? ?)\{name\}/g, firstName ? `$1${firstName}` : '')
    .replaceAll('{email}', values.customerEmail)
    .replaceAll('{agent}', values.agentName)
    .replaceAll('{order}', values.order)
    .replaceAll('{city}', values.city)
}
