import * as v from 'valibot'

const redirectUri = v.pipe(
  v.string(),
  v.regex(/^(?!javascript:|data:)[a-z][a-z0-9+._-]*:\/\//, 'a redirect URI starts with scheme://'),
)

export const redirectUris = v.array(redirectUri)

/** A scope as LiveChat's are written, known or not: `chats--all:ro`, `properties.*.value--*:ro`, `domain_manage`. */
const scope = v.pipe(
  v.string(),
  v.regex(
    /^[a-z][a-z_-]*(\.[a-z_*][a-z_-]*)*(--[a-z*]+)?(:[a-z]+)?$/,
    'a scope looks like resource--reach:right',
  ),
)

const known = {
  clientId: v.pipe(v.string(), v.nonEmpty()),
  redirectUris,
  name: v.exactOptional(v.string(), 'Unnamed app'),
  scopes: v.exactOptional(v.array(scope), []),
  optionalScopes: v.exactOptional(v.array(scope), []),
  visibility: v.exactOptional(v.picklist(['private', 'public']), 'private'),
  alwaysAsks: v.exactOptional(v.boolean(), false),
  organizationId: v.exactOptional(v.string(), '390e44e6-f1e6-4368-b6dd-74c14508c2e4'),
  tokenLifetime: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1)), 28_800),
}

/** An app as a config file or a control call writes it; only the id and the redirect URIs are required. */
export const clientSchema = v.variant('type', [
  v.strictObject({ ...known, type: v.exactOptional(v.literal('javascript'), 'javascript') }),
  v.strictObject({ ...known, type: v.literal('server'), secret: v.pipe(v.string(), v.nonEmpty()) }),
])
