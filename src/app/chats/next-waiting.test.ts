import { expect, test } from 'vitest'
import { readChat } from '../../agent-chat/chat.ts'
import { rowsOf } from '../../inbox/index.ts'
import { nextWaiting } from './next-waiting.ts'

const me = 'me@example.com'

/** A chat whose customer wrote, and was last answered, at those seconds. */
function chat(id: string, wrote: number, { answered = 0, agent = me, active = true } = {}) {
  const at = (seconds: number) => new Date(Date.UTC(2026, 0, 1) + seconds * 1000).toISOString()
  const made = readChat({
    id,
    users: [
      { id: agent, type: 'agent', present: true },
      {
        id: `customer of ${id}`,
        type: 'customer',
        customer_last_event_created_at: at(wrote),
        agent_last_event_created_at: at(answered),
      },
    ],
    last_thread_summary: { id: `thread of ${id}`, active },
  })
  if (!made) throw new Error('no chat')
  return made
}

const none = () => false
const rows = rowsOf([
  [chat('c', 3), chat('a', 1), chat('answered', 1, { answered: 2 })],
  [chat('b', 2), chat('closed', 1, { active: false }), chat('hers', 1, { agent: 'h@example.com' })],
])

test('the chat that has waited longest is next, then the one after it, then the first again', () => {
  const next = (from?: string) => nextWaiting(rows, me, from, none)?.id
  expect([next(), next('a'), next('b'), next('c'), next('answered')]).toEqual([...'abcaa'])
})

test('one that is left out, and the open one itself, are not next', () => {
  expect(nextWaiting(rows, me, 'a', (id) => id === 'b')?.id).toBe('c')
  expect(nextWaiting(rowsOf([[chat('a', 1)]]), me, 'a', none)).toBeUndefined()
  expect(nextWaiting(rows, undefined, undefined, none)).toBeUndefined()
})
