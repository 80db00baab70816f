import type { Context } from 'hono'
import { Hono } from 'hono'
import type { Environment } from '../lib/hono-env.ts'
import { type Caller, readCredentials } from '../world/credentials.ts'
import { scopeAllows } from '../world/scopes.ts'
import type { Account, Membership, World } from '../world/world.ts'
import {
  accountsError,
  insufficientScope,
  invalidFields,
  resourceNotFound,
} from './accounts-error.ts'

const createdAt = '2024-03-04T09:00:00.000000Z'
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Routes that tell a caller who they are, by access token or personal access token (docs/protocol.md 3.8). */
export function createAccountRoutes(world: World): Hono<Environment> {
  const app = new Hono<Environment>()

  app.get('/accounts', (c) =>
    withCaller(world, c, ['accounts--all:ro'], (caller) =>
      c.json(
        colleagues(world, caller).map((one) => accountBody(one.account, one.membership, caller)),
      ),
    ),
  )

  app.get('/accounts/:id', (c) => {
    const id = c.req.param('id')
    const isMine = (caller: Caller) => id === 'me' || id === caller.account.accountId
    return withCaller(world, c, ['accounts--my:ro'], (caller) => {
      if (isMine(caller)) return c.json(accountBody(caller.account, caller.membership, caller))
      if (!uuid.test(id)) return invalidFields(c, { account_id: 'invalid uuid' })
      if (!scopeAllows(caller.scopes, 'accounts--all:ro')) return insufficientScope(c)
      const found = colleagues(world, caller).find((one) => one.account.accountId === id)
      return found
        ? c.json(accountBody(found.account, found.membership, caller))
        : resourceNotFound(c, 'account', id)
    })
  })

  app.get('/accounts/me/organization_settings/my', (c) =>
    withCaller(world, c, ['accounts--my:ro'], ({ account }) =>
      c.json({ avatar_url: account.avatarUrl }),
    ),
  )

  app.get('/organizations/my', (c) =>
    withCaller(world, c, [], ({ organization }) =>
      c.json({
        organization_id: organization.organizationId,
        name: organization.name,
        products: [{ product: 'LiveChat', license: organization.license }],
        company: { name: organization.name },
        created_at: createdAt,
        updated_at: createdAt,
      }),
    ),
  )

  return app
}

function withCaller(
  world: World,
  c: Context,
  scopes: string[],
  answer: (caller: Caller) => Response,
): Response {
  const caller = readCredentials(world, c.req.header('Authorization'))
  if (!caller) return accountsError(c, 401, 'unauthorized')
  if (scopes.some((scope) => !scopeAllows(caller.scopes, scope))) return insufficientScope(c)
  return answer(caller)
}

function colleagues(world: World, { organization }: Caller) {
  return [...world.accounts.values()].flatMap((account) => {
    const membership = account.memberships.find(
      (one) => one.organizationId === organization.organizationId,
    )
    return membership ? [{ account, membership }] : []
  })
}

function accountBody(account: Account, membership: Membership, caller: Caller) {
  return {
    account_id: account.accountId,
    name: account.name,
    email: account.email,
    email_verified: true,
    default_product: 'LiveChat',
    default_organization_id: account.memberships[0].organizationId,
    avatar_url: account.avatarUrl,
    created_at: createdAt,
    updated_at: createdAt,
    properties: { active: true, mfa: false, avatar_url: account.avatarUrl },
    ...(scopeAllows(caller.scopes, 'accounts.roles--all:ro') && { roles: roles(membership) }),
  }
}

function roles({ accountsRole, liveChatRole }: Membership) {
  return [role('Accounts', accountsRole), role('LiveChat', liveChatRole)]
}

function role(product: string, name: string) {
  return {
    role_id: `${product.toLowerCase()}-${name}`,
    product,
    role: name,
    type: 'primary',
    predefined: true,
  }
}
