import { isDeepStrictEqual } from 'node:util'
import * as v from 'valibot'
import { ApiError } from '../agent-chat/api-error.ts'
import { activeThread } from '../inbox/chat-mutations.ts'
import type { Inbox } from '../inbox/inbox.ts'
import type { InboxChange } from '../inbox/inbox-change.ts'
import type { Transport } from '../rtm/connection.ts'
import { readRequest } from '../rtm/read-request.ts'
import type { World } from '../world/world.ts'
import { customerActions, isForCustomer, view } from './customer-actions.ts'
import { readVisitor, type Visitor } from './customer-token.ts'

/** A customer's connection. */
export interface CustomerConnection {
  receive(text: string): void
  closed(): void
}

const loginSchema = v.object({ token: v.string() })

/** The side of the customers, who see their own chat and nothing else. */
export interface CustomerServer {
  connect(transport: Transport): CustomerConnection
}

export function createCustomerServer(world: World): CustomerServer {
  /** How many connections a customer has. */
  const visits = new Map<string, number>()

  function count(customerId: string, step: 1 | -1): number {
    const left = (visits.get(customerId) ?? 0) + step
    if (left > 0) visits.set(customerId, left)
    else visits.delete(customerId)
    return left
  }

  function connect(transport: Transport): CustomerConnection {
    let visitor: Visitor | undefined
    let stop = () => {}

    const send = (frame: object) => transport.send(JSON.stringify(frame))
    const push = (action: string, payload: object) =>
      send({ version: '3.6', type: 'push', action, payload })

    function logIn(payload: unknown): object {
      const read = v.safeParse(loginSchema, payload)
      const found = read.success ? readVisitor(world, read.output.token) : undefined
      if (!found || visitor) throw new ApiError('authentication', 'Invalid access token')
      const { customerId, inbox } = found
      if (inbox.isBanned(customerId, world.now())) throw new ApiError('authorization', 'Banned')
      visitor = found
      stop = inbox.changes.subscribe((change) => tell(found, change, push, leave))
      if (count(customerId, 1) === 1) setOnline(inbox, customerId, true)
      return {
        customer_id: customerId,
        organization: inbox.organization.name,
        chats: inbox.chatsOf(customerId).flatMap((id) => {
          const chat = inbox.read(id)
          return chat ? [view(chat)] : []
        }),
      }
    }

    function leave(reason: string): void {
      push('customer_disconnected', { reason })
      closed()
      transport.close(1008, reason)
    }

    function closed(): void {
      stop()
      stop = () => {}
      if (visitor && count(visitor.customerId, -1) === 0) {
        setOnline(visitor.inbox, visitor.customerId, false)
      }
      visitor = undefined
    }

    return {
      closed,
      receive(text) {
        const request = readRequest(text)
        if (!request) {
          transport.close(1008, 'validation')
          return
        }
        const { action, request_id, payload = {} } = request
        const respond = (success: boolean, answer: object) =>
          send({ request_id, action, type: 'response', success, payload: answer })
        try {
          if (action === 'login') respond(true, logIn(payload))
          else respond(true, perform(action, payload))
        } catch (error) {
          if (!(error instanceof ApiError)) console.error(error)
          respond(false, (error instanceof ApiError ? error : new ApiError('internal')).toBody())
        }
      },
    }

    function perform(action: string, payload: unknown): object {
      if (!visitor) throw new ApiError('authentication')
      const found = customerActions.get(action)
      if (!found) throw new ApiError('not_found', 'Unknown action')
      return found({ ...visitor, world }, payload)
    }
  }

  return { connect }
}

/** What a customer hears of a change in the inbox. */
function tell(
  { customerId }: Visitor,
  change: InboxChange,
  push: (action: string, payload: object) => void,
  leave: (reason: string) => void,
): void {
  if (change.type === 'customer-banned' && change.customerId === customerId) {
    leave('customer_banned')
  }
  if (change.type === 'multicast' && change.userIds.includes(customerId)) {
    push('incoming_multicast', change.payload)
  }
  if (change.type === 'signal' && change.chat.customer?.id === customerId) {
    const { action, to, payload } = change.signal
    if (to !== 'agents') push(action, payload)
  }
  if (change.type !== 'chat' || change.after.customer?.id !== customerId) return
  const { before, after } = change
  if (!before || after.threads.length > before.threads.length) {
    push('incoming_chat', { chat: view(after) })
    return
  }
  const thread = after.threads.at(-1)
  const known = before.threads.at(-1)?.events.length ?? 0
  for (const event of thread?.events.slice(known).filter(isForCustomer) ?? []) {
    push('incoming_event', { chat_id: after.id, thread_id: thread?.id, event })
  }
  if (activeThread(before) && !activeThread(after)) {
    push('chat_deactivated', { chat_id: after.id, thread_id: thread?.id })
  } else if (!isDeepStrictEqual(view(before), view(after))) {
    // In place of the single pushes of the Customer Chat API: its page draws the whole chat.
    push('chat_changed', { chat: view(after) })
  }
}

function setOnline(inbox: Inbox, customerId: string, online: boolean): void {
  if (inbox.chatsOf(customerId).length === 0) return
  const state = online ? 'chatting' : 'offline'
  inbox.changeCustomer(customerId, (customer) => Object.assign(customer, { online, state }))
}
