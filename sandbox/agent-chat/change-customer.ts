import * as v from 'valibot'
import { closeThread, systemMessage } from '../inbox/chat-mutations.ts'
import { action } from './action.ts'
import { findCustomer } from './open-thread.ts'

const day = 24 * 60 * 60_000

export const updateCustomer = action({
  scopes: [['customers:rw']],
  body: v.pipe(
    v.object({
      id: v.string(),
      name: v.exactOptional(v.string()),
      email: v.exactOptional(v.string()),
      avatar: v.exactOptional(v.string()),
      session_fields: v.exactOptional(v.array(v.record(v.string(), v.string()))),
    }),
    v.check((asked) => Object.keys(asked).length > 1, 'a field to change is required'),
  ),
  answer(call, { id, ...changes }) {
    findCustomer(call, id)
    call.inbox.changeCustomer(id, (customer) => Object.assign(customer, changes), call.cause)
    return {}
  },
})

/** Bans a customer: their chats are closed, and the website lets them start none. */
export const banCustomer = action({
  scopes: [['customers.ban:rw']],
  body: v.object({
    id: v.string(),
    ban: v.object({ days: v.pipe(v.number(), v.integer(), v.minValue(1)) }),
  }),
  answer(call, { id, ban: { days } }) {
    const { world, inbox, caller, cause } = call
    const { name = 'The customer' } = findCustomer(call, id)
    inbox.ban(id, days, world.now() + days * day, cause)
    const gone = { online: false, state: 'offline' }
    inbox.changeCustomer(id, (customer) => Object.assign(customer, gone), cause)
    for (const chatId of inbox.chatsOf(id)) {
      inbox.change(
        chatId,
        (chat) => {
          const agent = caller.account.name
          const duration = days === 1 ? '1 day' : `${days} days`
          const text = `${name} was banned by ${agent} for ${duration}`
          closeThread(
            chat,
            systemMessage('customer_banned', text, { agent, duration }),
            world.now(),
          )
        },
        cause,
      )
    }
    return {}
  },
})
