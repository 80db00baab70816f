import { expect, test } from 'vitest'
import { isEncryptedOrLocal } from './is-encrypted-or-local.ts'

test.each([
  'https://api.example.com',
  'https://localhost:3002',
  'http://localhost:3002',
  'http://api.localhost',
  'http://127.0.0.1:3002',
  'http://[::1]:3002',
])('a token may go to %s', (url) => {
  expect(isEncryptedOrLocal(new URL(url))).toBe(true)
})

test.each([
  'http://api.example.com',
  'http://localhost.example.com',
  'http://notlocalhost',
  'http://127.0.0.1.example.com',
  'http://127.0.0.2',
  'ws://localhost',
  'ftp://localhost',
])('no token goes to %s', (url) => {
  expect(isEncryptedOrLocal(new URL(url))).toBe(false)
})
