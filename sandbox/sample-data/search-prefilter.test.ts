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
  chats: 1500,
  now: world.now(),
})

test('no word of a thread is ever said to be impossible in it', () => {
  const { shelf, foresight } = inbox.archive()
  for (const { id, chatId, draft } of shelf.all()) {
    const chat = inbox.read(chatId)
    const thread = chat?.threads.find((one) => one.id === id)
    if (!chat || !thread || !draft) throw new Error(`${id} is not written from its draft`)
    const texts = [
      chat.customer?.name ?? '',
      chat.customer?.email ?? '',
      ...thread.events.flatMap(textsOf),
    ]
    for (const word of wordsOf(texts.join(' '))) {
      expect(foresight.mayContain([word])(draft), word).toBe(true)
    }
    expect(foresight.emailOf(draft)).toBe(chat.customer?.email)
    expect(thread.tags).toEqual(draft.outline.script.tags)
  }
})

test('most threads are spared: a word nobody says, an order, a name', () => {
  const { shelf, foresight } = inbox.archive()
  const left = (word: string) =>
    shelf.all().filter(({ draft }) => draft && foresight.mayContain([word])(draft)).length
  expect(left('quicksilver')).toBe(0)
  expect(left('#99999999')).toBe(0)
  expect(left('featherstonehaugh')).toBeLessThan(shelf.all().length / 20)
})

test('a thread that somebody changed has no draft any more', () => {
  const { shelf } = inbox.archive()
  const [first] = shelf.all()
  inbox.change(first?.chatId ?? '', (chat) => {
    chat.threads[0]?.tags?.push('changed')
  })
  expect(inbox.archive().find(first?.id ?? '')?.draft).toBeUndefined()
})
