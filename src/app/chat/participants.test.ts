import { expect, test } from 'vitest'
import type { Customer } from '../../agent-chat/index.ts'
import {
  agentName,
  customerName,
  customerOf,
  findUser,
  isAnonymous,
  isByCustomer,
  isMe,
  isSameUser,
  placeOf,
} from './participants.ts'

const nobody: Customer = {
  type: 'customer',
  id: 'C1',
  name: undefined,
  email: undefined,
  avatarUrl: undefined,
  city: undefined,
  country: undefined,
  present: false,
  seenUpTo: undefined,
  wroteAt: undefined,
  repliedAt: undefined,
}

test('a customer is shown by name, else e-mail, else place', () => {
  const email = 'grace@example.com'
  expect(customerName({ ...nobody, name: 'Grace', email, city: 'Warsaw' })).toBe('Grace')
  expect(customerName({ ...nobody, email, city: 'Warsaw' })).toBe(email)
  expect(customerName({ ...nobody, city: 'Warsaw', country: 'Poland' })).toBe('Visitor from Warsaw')
  expect(customerName({ ...nobody, country: 'Poland' })).toBe('Visitor from Poland')
  expect(customerName(nobody)).toBe('Visitor')
  expect(customerName(undefined)).toBe('Visitor')
})

test('only who has neither a name nor an e-mail is anonymous', () => {
  expect(isAnonymous({ ...nobody, name: 'Grace' })).toBe(false)
  expect(isAnonymous({ ...nobody, email: 'grace@example.com' })).toBe(false)
  expect(isAnonymous({ ...nobody, city: 'Warsaw' })).toBe(true)
  expect(isAnonymous(undefined)).toBe(true)
})

test('a place is as exact as is known, each name once', () => {
  const place = { city: 'Warsaw', region: 'Mazovia', country: 'Poland' }
  expect(placeOf(place)).toBe('Warsaw, Mazovia, Poland')
  expect(placeOf({ ...place, region: 'Warsaw' })).toBe('Warsaw, Poland')
  expect(placeOf({ ...place, city: undefined, region: undefined })).toBe('Poland')
  expect(placeOf({ city: undefined, region: undefined, country: undefined })).toBe('')
})

test('a name of ten megabytes is cut (A44)', () => {
  expect(customerName({ ...nobody, name: 'x'.repeat(10_000_000) })).toHaveLength(81)
})

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
  const users = [{ ...nobody, id: 'ada@example.com' }]
  expect(isByCustomer('ada@example.com', { users })).toBe(true)
})

test('a bot or an agent who left the chat is not the customer', () => {
  const users = [nobody]
  expect(isByCustomer('C1', { users })).toBe(true)
  expect(isByCustomer('5c9871d5372c824cbf22d860a707a578', { users })).toBe(false)
  expect(isByCustomer('smith@example.com', { users })).toBe(false)
  expect(agentName(undefined, '5c9871d5372c824cbf22d860a707a578')).toBe('Agent')
  expect(agentName(undefined, 'smith@example.com')).toBe('smith@example.com')
  expect(agentName(undefined, undefined)).toBe('Agent')
})

test('the customer is found among the agents', () => {
  const agent = { ...nobody, type: 'agent', id: 'ada@example.com', name: 'Ada' } as const
  expect(customerOf({ users: [agent, nobody] })).toBe(nobody)
  expect(customerOf({ users: [agent] })).toBeUndefined()
})

test('an author is found in upper and lower case', () => {
  expect(findUser({ users: [nobody] }, 'c1')).toBe(nobody)
  expect(findUser({ users: [nobody] }, undefined)).toBeUndefined()
})
