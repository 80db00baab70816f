import { expect, test } from 'vitest'
import { textsOf, wordsOf } from '../agent-chat/highlight.ts'
import { createTestApi } from '../agent-chat/test-api.ts'
import { createInbox } from '../inbox/inbox.ts'

const { world, inbox: small } = createTestApi()
const { organization, agents, groups } = small
const inbox = createInbox({
  seed: 7,
  organization,
  agents,
  groups,
  chats: 400,
  now: world.now(),
})

test('a search skips no thread that has the word', () => {
  const { threads, prefilter } = inbox.archive()
  for (const { id, chatId, planned } of threads.all()) {
    const chat = inbox.read(chatId)
    const thread = chat?.threads.find((one) => one.id === id)
    if (!chat || !thread || !planned) throw new Error(`${id} is not written from its plan`)
    const texts = [
      chat.customer?.name ?? '',
      chat.customer?.email ?? '',
      ...thread.events.flatMap(textsOf),
    ]
    for (const word of wordsOf(texts.join(' '))) {
      expect(prefilter.mayContain([word])(planned), word).toBe(true)
    }
    expect(prefilter.emailOf(planned)).toBe(chat.customer?.email)
    expect(thread.tags).toEqual(planned.outline.script.tags)
  }
})

test('a search for a rare word skips most threads', () => {
  const { threads, prefilter } = inbox.archive()
  const left = (word: string) =>
    threads.all().filter(({ planned }) => planned && prefilter.mayContain([word])(planned)).length
  expect(left('quicksilver')).toBe(0)
  expect(left('#99999999')).toBe(0)
  expect(left('featherstonehaugh')).toBeLessThan(threads.all().length / 20)
})

test('a thread that was changed is searched for what it says now', () => {
  const { threads } = inbox.archive()
  const [first] = threads.all()
  inbox.change(first?.chatId ?? '', (chat) => {
    chat.threads[0]?.tags?.push('changed')
  })
  expect(inbox.archive().find(first?.id ?? '')?.planned).toBeUndefined()
})
