import * as v from 'valibot'
import { toWireTime } from '../model/wire-time.ts'
import { action } from './action.ts'
import { ApiError } from './api-error.ts'
import { findChat, findThread, requireOwnThread } from './change-chat.ts'
import { contentOf, eventRequest } from './event-request.ts'
import { requireReach, writeChats } from './group-access.ts'

/** Actions that show people in a chat something that nobody keeps. */

const visibility = v.optional(v.picklist(['all', 'agents']), 'all')
const reachOf = (visible: 'all' | 'agents') => (visible === 'all' ? 'everybody' : 'agents')

export const sendTypingIndicator = action({
  scopes: writeChats,
  body: v.object({ chat_id: v.string(), is_typing: v.boolean(), visibility }),
  answer(call, { chat_id, is_typing, visibility: visible }) {
    const thread = requireOwnThread(call, chat_id)
    const typing_indicator = {
      author_id: call.agentId,
      visibility: visible,
      timestamp: Math.floor(call.world.now() / 1000),
      is_typing,
    }
    const payload = { chat_id, thread_id: thread.id, typing_indicator }
    const signal = { action: 'incoming_typing_indicator', to: reachOf(visible), payload } as const
    call.inbox.signal(chat_id, signal, call.cause)
    return {}
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
    const thread = requireOwnThread(call, chat_id)
    const sent_at = toWireTime(call.world.now() * 1000)
    const payload = { chat_id, thread_id: thread.id, author_id: call.agentId, sent_at, ...said }
    const signal = { action: 'incoming_thinking_indicator', to: reachOf(visible), payload } as const
    call.inbox.signal(chat_id, signal, call.cause)
    return {}
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
    const thread = requireOwnThread(call, chat_id)
    const preview = { ...contentOf(event), author_id: call.agentId, visibility: event.visibility }
    const payload = { chat_id, thread_id: thread.id, event: preview }
    const signal = { action: 'incoming_event_preview', to: 'customer', payload } as const
    call.inbox.signal(chat_id, signal, call.cause)
    return {}
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
