import { expect, test } from 'vitest'
import { readThread } from '../../agent-chat/thread.ts'
import { exactTime } from '../lib/dates.ts'
import { threadFacts } from './thread-facts.ts'

function facts(routing: object | undefined, active = true) {
  const thread = readThread({ id: 'T', active, properties: { ...(routing && { routing }) } })
  if (!thread) throw new Error('no thread')
  return Object.fromEntries(threadFacts(thread, 'en').filter(([, value]) => value !== ''))
}

test('a thread shows where it started and how it ended', () => {
  const start_url = 'https://shop.example.com/tents'
  const referrer = 'https://search.example.com/'
  expect(
    facts({ start_url, referrer, continuous: true, offline_message: true, idle: true }),
  ).toEqual({
    'Started on': start_url,
    Referrer: referrer,
    Type: 'messaging, offline message',
    Status: 'idle',
  })
  expect(facts({ idle: true }, false)).toEqual({})
})

test('when it was handed over is a time, whatever its number counts', () => {
  const time = Date.UTC(2026, 0, 2, 12)
  for (const last_transfer_timestamp of [time / 1000, time, time * 1000]) {
    expect(facts({ last_transfer_timestamp })).toEqual({ Transferred: exactTime(time, 'en') })
  }
})

test.each([
  { start_url: 7, referrer: {}, continuous: 'yes', last_transfer_timestamp: '1' },
  { last_transfer_timestamp: 1e300 },
  { last_transfer_timestamp: -1 },
  { last_transfer_timestamp: 0 },
  undefined,
])('what is not as documented, %j, is left out', (routing) => {
  expect(facts(routing)).toEqual({})
})
