import type { Random } from '../../sandbox/lib/seeded-random.ts'
import type { RunningSandbox } from '../../sandbox/server/serve.ts'
import { agent } from '../support/fixtures.ts'
import { inboxOf } from '../support/world-inbox.ts'
import { type Deed, pickFrom } from './deeds.ts'
import { type Customer, createColleague, createCustomer } from './people.ts'

const jones = 'jones@example.com'
const smith = 'smith@example.com'

/** A customer's message in a chat of the agent. */
export interface Word {
  text: string
  chatId: string
  /** When it was sent, in milliseconds since 1970. */
  at: number
}

/**
 * The customers of an agent, and a colleague. Three chats are the agent's to the end; the others begin, end and change
 * hands.
 */
export async function createCrowd(sandbox: RunningSandbox, random: Random) {
  const inbox = inboxOf(sandbox.world)
  const ask = createColleague(sandbox, jones)
  const words: Word[] = []
  let lastWord = 0
  const customers = Array.from({ length: 15 }, (_, index) =>
    createCustomer(sandbox, `Customer ${index + 1}`),
  )
  const [steady, roaming] = [customers.slice(0, 3), customers.slice(3)]
  const entryOf = ({ chatId = '' }: Customer) => inbox.entry(chatId)
  const isOpen = (customer: Customer) => entryOf(customer)?.active === true

  async function say(customer: Customer | undefined): Promise<void> {
    if (!customer) return
    lastWord += 1
    const text = `word-${lastWord} ${random.pick(['Hello?', 'Thanks!', 'Any news?'])}`
    const at = Date.now()
    if (isOpen(customer)) {
      await peek(customer, '')
      const about = { chat_id: customer.chatId, event: { type: 'message', text } }
      await customer.ask('send_event', about)
    } else {
      const { id } = await customer.ask('start_chat', { name: customer.name, text })
      customer.chatId = String(id)
    }
    const { chatId = '' } = customer
    if (entryOf(customer)?.present.includes(agent.email)) words.push({ text, chatId, at })
  }

  async function peek(customer: Customer | undefined, text: string): Promise<void> {
    const about = { chat_id: customer?.chatId, sneak_peek_text: text }
    await customer?.ask('send_sneak_peek', about)
  }

  for (const email of [jones, smith]) inbox.setRoutingStatus(email, 'not_accepting_chats')
  for (const customer of steady) await say(customer)
  inbox.setRoutingStatus(jones, 'accepting_chats')

  const anyone = () => pickFrom(customers.filter(isOpen), random)
  const someone = () => pickFrom(roaming.filter(isOpen), random)
  const nobody = () =>
    pickFrom(
      roaming.filter((one) => !isOpen(one)),
      random,
    )
  /** What the colleague does to a chat; it may be too late for that. */
  const work = (name: string, weight: number, payloadOf: (about: About) => object): Deed => ({
    name,
    weight,
    async run() {
      const { chatId = '' } = (name === 'resume_chat' ? nobody() : someone()) ?? {}
      const threadId = inbox.read(chatId)?.threads.at(-1)?.id ?? ''
      await ask(name, payloadOf({ chatId, threadId }))
    },
  })
  const anyhow = { ignore_requester_presence: true, ignore_agents_availability: true }
  const deeds: Deed[] = [
    { name: 'message', weight: 40, run: () => say(anyone()) },
    { name: 'chat', weight: 6, run: () => say(nobody()) },
    { name: 'typing', weight: 12, run: () => peek(anyone(), `unsent ${random.int(1000)}`) },
    { name: 'cleared', weight: 4, run: () => peek(anyone(), '') },
    {
      name: 'rating',
      weight: 2,
      async run() {
        const customer = anyone()
        await customer?.ask('rate_chat', { chat_id: customer.chatId, score: random.int(2) })
      },
    },
    {
      name: 'leaving',
      weight: 3,
      async run() {
        const customer = someone()
        await customer?.ask('deactivate_chat', { chat_id: customer.chatId })
      },
    },
    work('send_event', 4, ({ chatId }) => ({
      chat_id: chatId,
      event: {
        type: 'message',
        text: `word of a colleague ${random.int(1000)}`,
        visibility: random.pick(['all', 'agents']),
      },
    })),
    work('send_typing_indicator', 3, ({ chatId }) => ({
      chat_id: chatId,
      is_typing: random.chance(0.5),
      visibility: 'all',
    })),
    work('transfer_chat', 3, ({ chatId }) => ({
      id: chatId,
      target: { type: 'agent', ids: [random.pick([agent.email, agent.email, jones])] },
      ...anyhow,
    })),
    work('transfer_chat', 2, ({ chatId }) => ({
      id: chatId,
      target: { type: 'group', ids: [random.int(4)] },
      ...anyhow,
    })),
    work('add_user_to_chat', 3, ({ chatId }) => ({
      chat_id: chatId,
      user_id: random.pick([agent.email, jones, smith]),
      user_type: 'agent',
      visibility: random.pick(['all', 'agents']),
      ...anyhow,
    })),
    work('remove_user_from_chat', 2, ({ chatId }) => ({
      chat_id: chatId,
      user_id: random.pick([agent.email, jones, smith]),
      user_type: 'agent',
      ...anyhow,
    })),
    work('deactivate_chat', 2, ({ chatId }) => ({ id: chatId, ...anyhow })),
    work('resume_chat', 2, ({ chatId }) => ({ chat: { id: chatId } })),
    work('tag_thread', 3, ({ chatId, threadId }) => ({
      chat_id: chatId,
      thread_id: threadId,
      tag: random.pick(['soak', 'refund', 'tent']),
    })),
    work('untag_thread', 2, ({ chatId, threadId }) => ({
      chat_id: chatId,
      thread_id: threadId,
      tag: random.pick(['soak', 'refund', 'tent']),
    })),
    {
      name: 'routing',
      weight: 1,
      run: async () =>
        inbox.setRoutingStatus(
          random.pick([jones, agent.email]),
          random.pick(['accepting_chats', 'not_accepting_chats']),
        ),
    },
  ]
  return {
    deeds,
    words,
    steady: steady.map(({ chatId: id = '', name }) => ({ id, customer: name })),
    /** Everybody stops in the middle of a word. */
    async rest() {
      for (const customer of customers.filter(isOpen)) await peek(customer, '')
    },
    leave() {
      for (const customer of customers) customer.leave()
    },
  }
}

interface About {
  chatId: string
  threadId: string
}
