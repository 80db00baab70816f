import * as v from 'valibot'
import { readBody, type Schema } from '../agent-chat/action.ts'
import { ApiError } from '../agent-chat/api-error.ts'
import { contentOf, eventRequest } from '../agent-chat/event-request.ts'
import { wireTime } from '../agent-chat/time-range.ts'
import {
  activeThread,
  appendEvent,
  closeThread,
  markSeen,
  openThread,
  systemMessage,
} from '../inbox/chat-mutations.ts'
import type { Chat, ChatEvent, Customer } from '../model/chat.ts'
import { toWireTime } from '../model/wire-time.ts'
import type { World } from '../world/world.ts'
import type { Visitor } from './customer-token.ts'
import { routeChat } from './route-chat.ts'

/** A request of a customer. */
export interface CustomerCall extends Visitor {
  world: World
}

type CustomerAction = (call: CustomerCall, payload: unknown) => object

function customerAction<Body extends Schema>(
  body: Body,
  perform: (call: CustomerCall, body: v.InferOutput<Body>) => object,
): CustomerAction {
  return (call, payload) => perform(call, readBody(payload, body))
}

const text = v.pipe(v.string(), v.trim(), v.nonEmpty('must not be empty'))
const chatId = { chat_id: v.string() }

/** What a customer can do: a person's worth of the Customer Chat API. */
export const customerActions: ReadonlyMap<string, CustomerAction> = new Map(
  Object.entries({
    ping: customerAction(v.object({}), () => ({})),

    start_chat: customerAction(
      v.object({
        name: v.exactOptional(text),
        email: v.exactOptional(text),
        text,
      }),
      startChat,
    ),

    get_chat: customerAction(v.object(chatId), (call, { chat_id }) => ownChat(call, chat_id, view)),

    send_event: customerAction(
      v.object({ ...chatId, event: eventRequest }),
      (call, { chat_id, event }) => {
        if (event.type !== 'message' && event.type !== 'file') {
          throw new ApiError('validation', '`event`: customers send messages and files')
        }
        const { world, customerId: author } = call
        const sent = change(call, chat_id, (chat) => {
          requireThread(chat)
          return appendEvent(chat, { content: contentOf(event), author }, world.now())
        })
        return { event_id: sent.id }
      },
    ),

    mark_events_as_seen: customerAction(
      v.object({ ...chatId, seen_up_to: wireTime }),
      (call, { chat_id, seen_up_to }) =>
        change(call, chat_id, ({ customer }) => {
          if (customer) markSeen(customer, seen_up_to, call.world.now())
          return {}
        }),
    ),

    send_sneak_peek: customerAction(
      v.object({ ...chatId, sneak_peek_text: v.string() }),
      ({ world, inbox, customerId }, { chat_id, sneak_peek_text }) => {
        const thread = ownChat({ inbox, customerId }, chat_id, requireThread)
        const timestamp = Math.floor(world.now() / 1000)
        const sneak_peek = { author_id: customerId, text: sneak_peek_text, timestamp }
        const payload = { chat_id, thread_id: thread.id, sneak_peek }
        const signal = { action: 'incoming_sneak_peek', to: 'agents', payload } as const
        inbox.signal(chat_id, signal, { userId: customerId })
        return {}
      },
    ),

    rate_chat: customerAction(
      v.object({
        ...chatId,
        score: v.picklist([0, 1]),
        comment: v.exactOptional(v.pipe(v.string(), v.trim(), v.maxLength(1000))),
      }),
      (call, rating) => change(call, rating.chat_id, (chat) => rate(chat, rating, call.world)),
    ),

    deactivate_chat: customerAction(v.object(chatId), (call, { chat_id }) =>
      change(call, chat_id, (chat) => {
        requireThread(chat)
        const customer = chat.customer?.name ?? 'The customer'
        const said = `${customer} closed the chat`
        const why = systemMessage('manual_archived_customer', said, { customer })
        closeThread(chat, why, call.world.now())
        return {}
      }),
    ),
  }),
)

/** Starts a chat, or a new thread in the customer's only one. */
function startChat(
  call: CustomerCall,
  { text: first, ...who }: { text: string; name?: string; email?: string },
): object {
  const { world, inbox, customerId } = call
  const [known] = inbox.chatsOf(customerId)
  const open = (chat: Chat) => {
    if (activeThread(chat)) throw new ApiError('validation', 'The chat is already active')
    if (chat.customer) Object.assign(chat.customer, who)
    const properties = { routing: { unreplied: true, continuous: false } }
    const at = { id: inbox.newThreadId(), active: true, groupIds: [0], properties }
    openThread(chat, at, world.now())
    chat.access = { group_ids: [0] }
    const content = { type: 'message', text: first } as const
    appendEvent(chat, { content, author: customerId }, world.now())
    routeChat(world, inbox, chat)
    return view(chat)
  }
  if (known !== undefined) return change(call, known, open)
  const chat: Chat = {
    id: inbox.newChatId(),
    customer: newCustomer(world, customerId),
    agents: [],
    threads: [],
    properties: {},
    access: { group_ids: [0] },
    followers: [],
  }
  const opened = open(chat)
  inbox.add(chat, { userId: customerId })
  return opened
}

function newCustomer(world: World, id: string): Customer {
  const now = toWireTime(world.now() * 1000)
  return {
    id,
    type: 'customer',
    present: true,
    online: true,
    state: 'chatting',
    created_at: now,
    group_ids: [0],
    statistics: { chats_count: 1, threads_count: 1, visits_count: 1, page_views_count: 1 },
  }
}

function rate(
  chat: Chat,
  { score, comment }: { score: 0 | 1; comment?: string },
  world: World,
): object {
  const thread = chat.threads.at(-1)
  if (!thread) throw new ApiError('chat_inactive')
  const rating = { score, ...(comment ? { comment } : {}) }
  for (const holder of [chat, thread]) holder.properties.rating = rating
  const customer = chat.customer?.name ?? 'The customer'
  const say = (type: string, said: string, vars: Record<string, string>) =>
    appendEvent(
      chat,
      { content: systemMessage(type, said, { customer, ...vars }), visibility: 'agents' },
      world.now(),
    )
  const word = score === 1 ? 'good' : 'bad'
  say('rating.chat_rated', `${customer} rated the chat as ${word}`, { score: word })
  if (comment) say('rating.chat_commented', `${customer} commented: ${comment}`, { comment })
  return {}
}

/** What a customer may see of their chat: no notes, and of agents only the names. */
export function view(chat: Chat): object {
  const thread = chat.threads.at(-1)
  return {
    id: chat.id,
    agents: chat.agents
      .filter(({ visibility }) => visibility === 'all')
      .map(({ id, name, present }) => ({ id, name, present: present && thread?.active === true })),
    thread: thread && {
      id: thread.id,
      active: thread.active,
      queued: thread.queued_at !== undefined,
      rating: thread.properties.rating,
      events: thread.events.filter(isForCustomer),
    },
  }
}

export function isForCustomer(event: ChatEvent): boolean {
  return event.visibility === 'all' && event.type !== 'system' && !event.deleted
}

function ownChat<Result>(
  { inbox, customerId }: Visitor,
  id: string,
  read: (chat: Chat) => Result,
): Result {
  const chat = inbox.chatsOf(customerId).includes(id) ? inbox.read(id) : undefined
  if (!chat) throw new ApiError('not_found', 'Chat not found')
  return read(chat)
}

function change<Result>(call: CustomerCall, id: string, write: (chat: Chat) => Result): Result {
  ownChat(call, id, () => undefined)
  return call.inbox.change(id, write, { userId: call.customerId })
}

function requireThread(chat: Chat) {
  const thread = activeThread(chat)
  if (!thread) throw new ApiError('chat_inactive')
  return thread
}
