import { expect, test } from 'vitest'
import { customerOf, findUser, isByCustomer, isMe, isSameUser } from './chat-users.ts'
import { agent, customer } from './testing/test-chats.ts'

test('an agent is the same in upper and lower case', () => {
  expect(isMe({ id: 'Ada@Example.com' }, 'ada@example.com')).toBe(true)
  expect(isMe({ id: 'smith@example.com' }, 'ada@example.com')).toBe(false)
  expect(isMe({ id: 'ada@example.com' }, undefined)).toBe(false)
  expect(isMe(undefined, 'ada@example.com')).toBe(false)
  expect(isSameUser(undefined, undefined)).toBe(false)
})

test('an unknown author is a customer, unless their id is an e-mail address', () => {
  expect(isByCustomer('345f8235-d60d-433e-63c5-7f813a6ffe25', { users: [] })).toBe(true)
  expect(isByCustomer('smith@example.com', { users: [] })).toBe(false)
  expect(isByCustomer(undefined, { users: [] })).toBe(false)
  const users = [{ ...customer, id: 'ada@example.com' }]
  expect(isByCustomer('ada@example.com', { users })).toBe(true)
})

test('a bot or an agent who left the chat is not the customer', () => {
  const users = [customer]
  expect(isByCustomer('C1', { users })).toBe(true)
  expect(isByCustomer('5c9871d5372c824cbf22d860a707a578', { users })).toBe(false)
  expect(isByCustomer('smith@example.com', { users })).toBe(false)
})

test('the customer is found among the agents', () => {
  const ada = agent('ada@example.com')
  expect(customerOf({ users: [ada, customer] })).toBe(customer)
  expect(customerOf({ users: [ada] })).toBeUndefined()
})

test('an author is found in upper and lower case', () => {
  expect(findUser({ users: [customer] }, 'c1')).toBe(customer)
  expect(findUser({ users: [customer] }, undefined)).toBeUndefined()
})
