import * as v from 'valibot'
import type { Chat, Properties } from '../model/chat.ts'
import { action, type Call } from './action.ts'
import { ApiError } from './api-error.ts'
import { changeChat, findThread } from './change-chat.ts'
import { writeChats } from './group-access.ts'
import { propertiesSchema, propertyNames } from './property-filter.ts'

const chatAddress = { id: v.string() }
const threadAddress = { chat_id: v.string(), thread_id: v.string() }
const eventAddress = { ...threadAddress, event_id: v.string() }
const values = { properties: propertiesSchema }
const names = { properties: propertyNames }

export const updateChatProperties = action({
  scopes: writeChats,
  body: v.object({ ...chatAddress, ...values }),
  answer: (call, { id, properties }) =>
    changeProperties(call, id, (chat) => chat, merge(properties)),
})

export const deleteChatProperties = action({
  scopes: writeChats,
  body: v.object({ ...chatAddress, ...names }),
  answer: (call, { id, properties }) =>
    changeProperties(call, id, (chat) => chat, without(properties)),
})

export const updateThreadProperties = action({
  scopes: writeChats,
  body: v.object({ ...threadAddress, ...values }),
  answer: (call, { chat_id, thread_id, properties }) =>
    changeProperties(call, chat_id, (chat) => findThread(chat, thread_id), merge(properties)),
})

export const deleteThreadProperties = action({
  scopes: writeChats,
  body: v.object({ ...threadAddress, ...names }),
  answer: (call, { chat_id, thread_id, properties }) =>
    changeProperties(call, chat_id, (chat) => findThread(chat, thread_id), without(properties)),
})

export const updateEventProperties = action({
  scopes: writeChats,
  body: v.object({ ...eventAddress, ...values }),
  answer: (call, { properties, ...at }) =>
    changeProperties(call, at.chat_id, (chat) => findEvent(chat, at), merge(properties)),
})

export const deleteEventProperties = action({
  scopes: writeChats,
  body: v.object({ ...eventAddress, ...names }),
  answer: (call, { properties, ...at }) =>
    changeProperties(call, at.chat_id, (chat) => findEvent(chat, at), without(properties)),
})

function findEvent(chat: Chat, { thread_id, event_id }: { thread_id: string; event_id: string }) {
  const event = findThread(chat, thread_id).events.find(({ id }) => id === event_id)
  if (!event) throw new ApiError('not_found', 'Event not found')
  return event
}

function changeProperties(
  call: Call,
  chatId: string,
  holderOf: (chat: Chat) => { properties?: Properties },
  write: (properties: Properties) => Properties,
): object {
  return changeChat(call, chatId, (chat) => {
    const holder = holderOf(chat)
    holder.properties = write(holder.properties ?? {})
    return {}
  })
}

const merge = (more: Properties) => (properties: Properties) => {
  const merged = { ...properties }
  for (const [namespace, values] of Object.entries(more)) {
    merged[namespace] = { ...merged[namespace], ...values }
  }
  return merged
}

const without = (names: Record<string, string[]>) => (properties: Properties) => {
  const left = Object.entries(properties).map(([namespace, values]) => {
    const gone = names[namespace] ?? []
    const kept = Object.entries(values).filter(([name]) => !gone.includes(name))
    return [namespace, Object.fromEntries(kept)] as const
  })
  return Object.fromEntries(left.filter(([, values]) => Object.keys(values).length > 0))
}
