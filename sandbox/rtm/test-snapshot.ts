import type { Access, AgentUser, ChatEvent, Customer, Properties, Thread } from '../model/chat.ts'
import type { Frame } from './test-rtm.ts'

type User = (AgentUser | Customer) & { online?: boolean; state?: string }
type ThreadView = Thread & { queue?: { position: number; wait_time: number; queued_at?: string } }

/** A chat with its newest thread, as `get_chat` gives it. */
export interface ChatView {
  id: string
  users: User[]
  thread?: ThreadView
  properties: Properties
  access: Access
  is_followed: boolean
}

/** All a client keeps: chats by id. */
export type Snapshot = Map<string, ChatView>

interface At {
  chat_id: string
  thread_id?: string
  event_id?: string
}

/** For tests: what a client knows after a push, changed in place. */
export function applyPush(chats: Snapshot, { action, payload }: Frame): void {
  const at = payload as unknown as At
  const chat = chats.get(at.chat_id)
  const thread = chat?.thread?.id === at.thread_id ? chat?.thread : undefined
  const apply = appliers[action]
  if (!apply) throw new Error(`No test knows how to apply ${action}`)
  apply({ chats, chat, thread, at, payload })
}

interface Application {
  chats: Snapshot
  chat: ChatView | undefined
  thread: ThreadView | undefined
  at: At
  payload: unknown
}

const appliers: Record<string, (one: Application) => void> = {
  incoming_chat({ chats, payload }) {
    const { chat } = payload as { chat: ChatView }
    chats.set(chat.id, structuredClone(chat))
  },
  chat_deactivated({ chat, thread }) {
    if (thread) {
      thread.active = false
      delete thread.queue
    }
    for (const user of chat?.users ?? []) user.present = false
  },
  chat_access_updated({ chats, payload }) {
    const { id, access } = payload as { id: string; access: Access }
    const chat = chats.get(id)
    if (!chat) return
    chat.access = access
    if (chat.thread?.active) chat.thread.access = access
  },
  chat_transferred({ thread, payload }) {
    const { queue } = payload as Pick<ThreadView, 'queue'>
    if (!thread) return
    delete thread.queue
    if (queue) thread.queue = { ...queue }
  },
  user_added_to_chat({ chat, thread, payload }) {
    const { user } = structuredClone(payload) as { user: User }
    if (!chat) return
    const known = chat.users.findIndex(({ id }) => id === user.id)
    if (known >= 0) chat.users[known] = user
    else if (user.type === 'customer') chat.users.unshift(user)
    else chat.users.push(user)
    if (!thread) return
    if (!thread.user_ids.includes(user.id)) thread.user_ids.push(user.id)
    if (user.type === 'agent' && user.visibility === 'all') delete thread.queue
  },
  user_removed_from_chat({ chat, payload }) {
    const { user_id } = payload as { user_id: string }
    const user = chat?.users.find(({ id }) => id === user_id)
    if (user) user.present = false
  },
  incoming_event({ chat, thread, payload }) {
    const { event } = structuredClone(payload) as { event: ChatEvent }
    if (!chat || !thread || thread.events.some(({ id }) => id === event.id)) return
    thread.events.push(event)
    const author = chat.users.find(({ id }) => id === event.author_id)
    const customer = chat.users.find((user): user is Customer => user.type === 'customer')
    if (author) author.events_seen_up_to = event.created_at
    if (author?.type === 'agent' && event.visibility === 'all' && customer) {
      customer.agent_last_event_created_at = event.created_at
    }
    if (author?.type === 'customer') author.customer_last_event_created_at = event.created_at
  },
  event_updated({ thread, payload }) {
    const { event } = structuredClone(payload) as { event: ChatEvent }
    const index = thread?.events.findIndex(({ id }) => id === event.id) ?? -1
    if (thread && index >= 0) thread.events[index] = event
  },
  event_deleted({ thread, at }) {
    const event = thread?.events.find(({ id }) => id === at.event_id)
    if (event) event.deleted = true
  },
  events_marked_as_seen({ chat, payload }) {
    const { user_id, seen_up_to } = payload as { user_id: string; seen_up_to: string }
    const user = chat?.users.find(({ id }) => id === user_id)
    if (user) user.events_seen_up_to = seen_up_to
  },
  thread_tagged({ thread, payload }) {
    const { tag } = payload as { tag: string }
    if (thread) thread.tags = [...(thread.tags ?? []).filter((one) => one !== tag), tag]
  },
  thread_untagged({ thread, payload }) {
    const { tag } = payload as { tag: string }
    const left = thread?.tags?.filter((one) => one !== tag) ?? []
    if (thread && left.length > 0) thread.tags = left
    else delete thread?.tags
  },
  thread_summary_set({ thread, payload }) {
    if (thread) Object.assign(thread, { summary: (payload as { summary: object }).summary })
  },
  chat_properties_updated: ({ chat, payload }) => merge(chat, payload),
  chat_properties_deleted: ({ chat, payload }) => remove(chat, payload),
  thread_properties_updated: ({ thread, payload }) => merge(thread, payload),
  thread_properties_deleted: ({ thread, payload }) => remove(thread, payload),
  event_properties_updated: ({ thread, at, payload }) =>
    merge(
      thread?.events.find(({ id }) => id === at.event_id),
      payload,
    ),
  event_properties_deleted: ({ thread, at, payload }) =>
    remove(
      thread?.events.find(({ id }) => id === at.event_id),
      payload,
    ),
  chat_unfollowed({ chat }) {
    if (chat) chat.is_followed = false
  },
  queue_positions_updated({ chats, payload }) {
    for (const { chat_id, queue } of payload as { chat_id: string; queue: object }[]) {
      const thread = chats.get(chat_id)?.thread
      if (thread) Object.assign(thread, { queue: { ...thread.queue, ...queue } })
    }
  },
  customer_left({ chats, payload }) {
    const { id } = payload as { id: string }
    for (const { users } of chats.values()) {
      for (const user of users) {
        if (user.id === id) Object.assign(user, { online: false, state: 'offline' })
      }
    }
  },
  customer_updated({ chats, payload }) {
    const { id, ...changed } = payload as { id: string }
    for (const { users } of chats.values()) {
      for (const user of users) if (user.id === id) Object.assign(user, changed)
    }
  },
  incoming_customer({ chats, payload }) {
    const { id, online, state } = payload as Customer
    for (const { users } of chats.values()) {
      for (const user of users) if (user.id === id) Object.assign(user, { online, state })
    }
  },
  routing_status_set() {},
  groups_status_updated() {},
  incoming_typing_indicator() {},
}

interface Holder {
  properties?: Properties
}

function merge(holder: Holder | undefined, payload: unknown): void {
  if (!holder) return
  const { properties } = payload as { properties: Properties }
  const merged = { ...holder.properties }
  for (const [namespace, values] of Object.entries(properties)) {
    merged[namespace] = { ...merged[namespace], ...values }
  }
  holder.properties = merged
}

function remove(holder: Holder | undefined, payload: unknown): void {
  const { properties } = payload as { properties: Record<string, string[]> }
  for (const [namespace, names] of Object.entries(properties)) {
    const values = holder?.properties?.[namespace]
    for (const name of names) delete values?.[name]
  }
}

/** A chat in a form that can be compared: a namespace without values is none. */
export function comparable(chat: ChatView): ChatView {
  const copy = structuredClone(chat)
  for (const holder of [copy, copy.thread, ...(copy.thread?.events ?? [])]) {
    if (!holder?.properties) continue
    const filled = Object.entries(holder.properties).filter(
      ([, values]) => Object.keys(values).length > 0,
    )
    holder.properties = Object.fromEntries(filled)
    if (filled.length === 0 && 'type' in holder) delete holder.properties
  }
  copy.users.sort((one, other) => (one.id < other.id ? -1 : 1))
  copy.thread?.user_ids.sort()
  return copy
}
