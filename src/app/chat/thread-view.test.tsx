import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { readUsers } from '../../agent-chat/chat.ts'
import type { ChatEvent } from '../../agent-chat/index.ts'
import { readThread } from '../../agent-chat/thread.ts'
import { ThreadView } from './thread-view.tsx'

const users = () => readUsers([{ id: 'C', type: 'customer', name: 'Ada' }])

/** A thread of messages, and how many of their texts have been drawn. */
function talk(size: number) {
  const wire = Array.from({ length: size }, (_, index) => ({
    id: `${index}`,
    type: 'message',
    author_id: 'C',
    text: `line ${index}`,
  }))
  const thread = readThread({ id: 'T', active: true, events: wire })
  if (!thread) throw new Error('no thread')
  const draws = { count: 0 }
  const events = thread.events.map((event): ChatEvent => {
    const text = event.type === 'message' ? event.text : ''
    return Object.defineProperty({ ...event }, 'text', {
      get() {
        draws.count += 1
        return text
      },
    })
  })
  return { thread: { ...thread, events }, draws }
}

test('a message that arrives is drawn by itself, though everybody in the chat is read anew', () => {
  const { thread, draws } = talk(20)
  const view = (events: ChatEvent[]) => (
    <ThreadView
      thread={{ ...thread, events }}
      cuts={[0]}
      users={users()}
      myId={undefined}
      locale="en"
      isLive
    />
  )
  const { rerender, unmount } = render(view(thread.events.slice(0, 19)))
  draws.count = 0
  rerender(view(thread.events))
  screen.getByText('line 19')
  expect(draws.count).toBe(1)
  unmount()
})

test('the last message of an agent says that the customer has seen it, until they write', () => {
  const at = (second: number) => `2026-03-04T09:00:0${second}.000000Z`
  const wire = (id: string, author_id: string, second: number, more = {}) => ({
    id,
    type: 'message',
    author_id,
    text: `message ${id}`,
    created_at: at(second),
    ...more,
  })
  const written = [
    wire('a', 'ada@example.com', 1),
    wire('b', 'ada@example.com', 2),
    wire('c', 'ada@example.com', 3, { visibility: 'agents' }),
    wire('d', 'ada@example.com', 4),
    wire('e', 'C', 5),
  ]
  /** Which message has the mark, of the first so many, when the customer has seen so far. */
  const marked = (count: number, second: number) => {
    const thread = readThread({ id: 'T', active: true, events: written.slice(0, count) })
    if (!thread) throw new Error('no thread')
    const customer = { id: 'C', type: 'customer', name: 'Ada', events_seen_up_to: at(second) }
    const agent = { id: 'ada@example.com', type: 'agent' }
    const { container, unmount } = render(
      <ThreadView
        thread={thread}
        cuts={[0]}
        users={readUsers([customer, agent])}
        myId={undefined}
        locale="en"
        isLive
      />,
    )
    const found = [...container.querySelectorAll('.event')]
      .filter((one) => one.textContent?.includes('Seen'))
      .map((one) => /message (.)/.exec(one.textContent ?? '')?.[1])
    unmount()
    return found
  }
  expect(marked(4, 0)).toEqual([])
  expect(marked(4, 1)).toEqual(['a'])
  expect(marked(4, 3)).toEqual(['b'])
  expect(marked(4, 4)).toEqual(['d'])
  expect(marked(5, 5)).toEqual([])
})
