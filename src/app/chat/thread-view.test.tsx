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
