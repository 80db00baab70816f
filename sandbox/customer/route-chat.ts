import { admitAgent, joinQueue } from '../inbox/chat-mutations.ts'
import type { Inbox } from '../inbox/inbox.ts'
import type { Chat } from '../model/chat.ts'
import { readBearer } from '../world/credentials.ts'
import type { World } from '../world/world.ts'

const concurrentChats = 20

/** Gives a chat to the least busy agent who is signed in and accepts chats; without one it is queued. */
export function routeChat(world: World, inbox: Inbox, chat: Chat): void {
  const signedIn = new Set(
    [...world.accessTokens.keys()].flatMap((token) => {
      const caller = readBearer(world, token)
      const isHere = caller?.organization.organizationId === inbox.organization.organizationId
      return caller && isHere ? [caller.account.email] : []
    }),
  )
  const [taker] = inbox.agents
    .map(({ account }) => account)
    .filter(
      ({ email }) =>
        signedIn.has(email) &&
        inbox.routingStatus(email) === 'accepting_chats' &&
        inbox.load(email) < concurrentChats,
    )
    .toSorted((one, other) => inbox.load(one.email) - inbox.load(other.email))
  if (taker) admitAgent(chat, taker)
  else joinQueue(chat, world.now())
}
