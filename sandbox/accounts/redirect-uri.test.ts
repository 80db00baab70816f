import { expect, test } from 'vitest'
import { isOriginOf, redirectUriMatches } from './redirect-uri.ts'

test.each([
  ['http://livechat.com', 'http://livechat.com', true],
  ['http://livechat.com', 'http://livechat.com/archives', true],
  ['http://livechat.com', 'http://livechat.com/archives/../', false],
  ['http://livechat.com/archives', 'http://livechat.com', false],
  ['http://livechat.com/archives', 'http://livechat.com/archives', true],
  ['http://livechat.com/archives', 'http://livechat.com/archives/chats', true],
  ['http://localhost:3000', 'http://localhost:3000', true],
  ['http://127.0.0.1:3000', 'http://127.0.0.1:3000', true],
  ['http://localhost:3000', 'http://localhost:4000', false],
  ['https://livechat.com', 'http://livechat.com', false],
  ['http://livechat.com', 'https://livechat.com', false],
])("LiveChat's own table: %s against %s is %s", (registered, requested, valid) => {
  expect(redirectUriMatches(registered, requested)).toBe(valid)
})

test.each([
  ['http://livechat.com/archives', 'http://livechat.com/archivesX'],
  ['http://livechat.com/archives', 'http://livechat.com/x/archives'],
])('stricter than the documentation: %s does not match %s', (registered, requested) => {
  expect(redirectUriMatches(registered, requested)).toBe(false)
})

test.each([
  ['http://x.test/', 'http://x.test/', true],
  ['http://x.test/', 'http://x.test/page', true],
  ['http://x.test/', 'http://x.test', false],
  ['http://x.test', 'http://x.test/', true],
  ['http://x.test/a/', 'http://x.test/a', false],
  ['http://x.test/a', 'http://x.test/a/', true],
])('a trailing slash counts: %s against %s is %s', (registered, requested, valid) => {
  expect(redirectUriMatches(registered, requested)).toBe(valid)
})

test.each([
  'http://x.test/a/..',
  'http://x.test/a/./b',
  'http://x.test/a/%2e%2e/b',
  'http://x.test/a/%2E%2e/b',
  'http://x.test/a/.%2e/b',
  'http://x.test/a/%252e%252e/b',
  'http://x.test/a/%25252525252e./b',
  'http://x.test/a%2f..%2fb',
  'http://x.test/a/..%5cb',
  'http://x.test/a%5cb',
  'http://x.test/a\\..\\b',
  'http://x.test\\@evil.test/a',
  'http://x.test/a/%',
  'http://x.test/a/%ff',
])('a path that climbs out is refused, however it is written: %s', (requested) => {
  expect(redirectUriMatches('http://x.test', requested)).toBe(false)
})

test.each([
  'http://x.test?next=1',
  'http://x.test/?',
  'http://x.test/#',
  'http://x.test#a',
  'http://user@x.test/',
  'http://x.test@evil.test/',
  'http://x.test:80/',
  'http://x.test.evil.test/',
  'http://X.test/',
  'HTTP://x.test/',
  'http:/x.test',
  '//x.test',
  'x.test',
  'http:///a',
  'http://x.test/ a',
  'http://x.test/a\r\nSet-Cookie: a=b',
  'http://x.test/\t',
  ' http://x.test/',
  'http://x.test/é',
  'javascript:alert(1)',
  '',
])('anything but the registered scheme, host and port is refused: %j', (requested) => {
  expect(redirectUriMatches('http://x.test', requested)).toBe(false)
})

test.each(['http://x.test/caf%C3%A9', 'http://x.test/a%20b', 'http://x.test/.well-known/a..b'])(
  'an encoded path that goes nowhere else is fine: %s',
  (requested) => {
    expect(redirectUriMatches('http://x.test', requested)).toBe(true)
  },
)

test('a custom scheme is compared as written', () => {
  expect(redirectUriMatches('my_app://', 'my_app://')).toBe(true)
  expect(redirectUriMatches('my_app://signed-in', 'my_app://signed-in/back')).toBe(true)
  expect(redirectUriMatches('my_app://signed-in', 'my_app://elsewhere')).toBe(false)
  expect(redirectUriMatches('my_app://', 'other_app://')).toBe(false)
})

test('a registered URI with a query matches nothing', () => {
  expect(redirectUriMatches('http://x.test?a', 'http://x.test?a')).toBe(false)
})

test.each([
  ['http://localhost:*', 'http://localhost:5173/callback', true],
  ['http://localhost:*', 'http://localhost', true],
  ['http://127.0.0.1:*', 'http://127.0.0.1:8080/', true],
  ['http://localhost:*', 'http://127.0.0.1:8080/', false],
  ['http://localhost:*', 'https://localhost:5173/', false],
  ['http://localhost:*', 'http://localhost.evil.test:5173/', false],
  ['http://localhost:*', 'http://localhost:*/', false],
  ['http://localhost:*', 'http://localhost:5173/a/../b', false],
  ['http://localhost:*', 'http://user@localhost:5173/', false],
  ['http://x.test:*', 'http://x.test:5173/', false],
])('any port of this machine: %s against %s is %s', (registered, requested, valid) => {
  expect(redirectUriMatches(registered, requested)).toBe(valid)
})

test.each([
  ['http://localhost:*', 'http://localhost:5173', true],
  ['http://localhost:*', 'https://localhost:5173', false],
  ['https://x.test/callback', 'https://x.test', true],
  ['https://x.test/callback', 'https://y.test', false],
  ['my_app://back', 'null', false],
  ['null', 'null', false],
])('a page of the app: %s has the origin %s is %s', (registered, origin, same) => {
  expect(isOriginOf(registered, origin)).toBe(same)
})
