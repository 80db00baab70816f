import { issueCustomerToken } from '../accounts/token-store.ts'
import type { Inbox } from '../inbox/inbox.ts'
import { websiteClientId } from '../sample-data/chat-plan.ts'
import type { World } from '../world/world.ts'

/** A customer's token for the website of the first organization; it works for nothing else. */
export function startVisit(world: World): { access_token: string; organization_id: string } {
  const [organizationId = ''] = world.inboxes.keys()
  const { token } = issueCustomerToken(world, websiteClientId, organizationId)
  return { access_token: token, organization_id: organizationId }
}

export interface Visitor {
  customerId: string
  inbox: Inbox
}

/** Whose token it is; undefined when it opens nothing, as for an agent's. */
export function readVisitor(world: World, token: string): Visitor | undefined {
  const found = world.accessTokens.get(token)
  if (found?.kind !== 'customer' || found.expiresAt <= world.now()) return undefined
  const inbox = world.inboxes.get(found.organizationId)
  return inbox && { customerId: found.accountId, inbox }
}
