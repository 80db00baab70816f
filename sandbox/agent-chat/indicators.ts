import * as v from 'valibot'
import type { Signal } from '../inbox/inbox-change.ts'
import { toWireTime } from '../model/wire-time.ts'
import { action, type Call } from './action.ts'
import { ApiError } from './api-error.ts'
import { findChat, findThread, requireOwnThread } from './change-chat.ts'
import { contentOf, eventRequest } from './event-request.ts'
import { requireReach, writeChats } from './group-access.ts'

/** Actions that show people in a chat something that nobody keeps. */

/** Shows it in the open thread of a chat the caller is in. */
function show(call: Call, chat_id: string, what: Omit<Signal, 'payload'>, shown: object): object {
  const thread = requireOwnThread(call, chat_id)
  const payload = { chat_id, thread_id: thread.id, ...shown }
  call.inbox.signal(chat_id, { ...what, payload }, call.cause)
  return {}
}

const visibility = v.optional(v.picklist(['all', 'agents']), 'all')
const reachOf = (visible: 'all' | 'agents') => (visible === 'all' ? 'everybody' : 'agents')

export const sendTypingIndicator = action({
  scopes: writeChats,
  body: v.object({ chat_id: v.string(), is_typing: v.boolean(), visibility }),
  answer(call, { chat_id, is_typing, visibility: visible }) {
    const typing_indicator = {
      author_id: call.agentId,
      visibility: visible,
      timestamp: Math.floor(call.world.now() / 1000),
      is_typing,
    }
    const what = { action: 'incoming_typing_indicator', to: reachOf(visible) } as const
    return show(call, chat_id, what, { typing_indicator })
  },
})

export const sendThinkingIndicator = action({
  since: '3.6',
  scopes: writeChats,
  body: v.object({
    chat_id: v.string(),
    title: v.exactOptional(v.string()),
    description: v.exactOptional(v.string()),
    visibility,
    custom_id: v.exactOptional(v.string()),
  }),
  answer(call, { chat_id, visibility: visible, ...said }) {
    const sent_at = toWireTime(call.world.now() * 1000)
    const what = { action: 'incoming_thinking_indicator', to: reachOf(visible) } as const
    return show(call, chat_id, what, { author_id: call.agentId, sent_at, ...said })
  },
})

export const sendEventPreview = action({
  since: '3.6',
  scopes: writeChats,
  body: v.object({ chat_id: v.string(), event: eventRequest }),
  answer(call, { chat_id, event }) {
    if (event.type !== 'message' || event.visibility !== 'all') {
      throw new ApiError('validation', '`event`: only a message to all can be previewed')
    }
    const preview = { ...contentOf(event), author_id: call.agentId, visibility: event.visibility }
    const what = { action: 'incoming_event_preview', to: 'customer' } as const
    return show(call, chat_id, what, { event: preview })
  },
})

export const sendRichMessagePostback = action({
  scopes: writeChats,
  body: v.object({
    chat_id: v.string(),
    thread_id: v.string(),
    event_id: v.string(),
    postback: v.object({ id: v.string(), toggled: v.boolean() }),
  }),
  answer(call, { chat_id, thread_id, event_id, postback }) {
    const chat = findChat(call.inbox, chat_id)
    requireReach(call.caller, chat.access.group_ids, 'rw')
    const event = findThread(chat, thread_id).events.find(({ id }) => id === event_id)
    if (event?.type !== 'rich_message') throw new ApiError('not_found', 'Rich message not found')
    const payload = { user_id: call.agentId, chat_id, thread_id, event_id, postback }
    const signal = { action: 'incoming_rich_message_postback', to: 'everybody', payload } as const
    call.inbox.signal(chat_id, signal, call.cause)
    return {}
  },
})
