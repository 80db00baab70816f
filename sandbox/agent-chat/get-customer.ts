import * as v from 'valibot'
import { action } from './action.ts'
import { findCustomer } from './open-thread.ts'
import { wireCustomer } from './serialize.ts'

export const getCustomer = action({
  scopes: [['customers:ro']],
  body: v.object({ id: v.string() }),
  answer(call, { id }) {
    const customer = wireCustomer(findCustomer(call, id), call.version)
    return { ...customer, chat_ids: call.inbox.chatsOf(id) }
  },
})
