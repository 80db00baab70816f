import { expect, test } from 'vitest'
import { customer } from '../../inbox/testing/test-chats.ts'
import { agentName, customerName, isAnonymous, placeOf } from './participants.ts'

const nobody = { ...customer, name: undefined }

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

test('a name that shows nothing is none (A44)', () => {
  expect(customerName({ ...nobody, name: ' \u202e', email: 'grace@example.com' })).toBe(
    'grace@example.com',
  )
})

test('a bot or an agent who left is called by their address, or just Agent', () => {
  expect(agentName(undefined, '5c9871d5372c824cbf22d860a707a578')).toBe('Agent')
  expect(agentName(undefined, 'smith@example.com')).toBe('smith@example.com')
  expect(agentName(undefined, undefined)).toBe('Agent')
})
