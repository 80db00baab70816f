import * as v from 'valibot'
import { checked, readJsonFile } from './read-file.ts'

/** What `livechat.config.json` says about signing in. */
export interface LiveChatConfig {
  clientId: string
  name: string | undefined
  type: 'javascript' | 'server'
  redirectUris: string[]
  /** Those an agent has to grant. */
  scopes: string[]
  /** Those an agent may leave out; what needs one asks the session whether it was granted. */
  optionalScopes: string[]
}

const list = v.exactOptional(v.array(v.string()), [])

const manifest = v.looseObject({
  name: v.exactOptional(v.string()),
  blocks: v.looseObject({
    authorization: v.looseObject({
      clientId: v.string(),
      type: v.picklist(['server_side_app', 'javascript_app']),
      redirectUri: v.exactOptional(v.string(), ''),
      scopes: v.exactOptional(
        v.array(v.looseObject({ scope: v.string(), required: v.exactOptional(v.boolean(), true) })),
        [],
      ),
    }),
  }),
})

const olderManifest = v.looseObject({
  name: v.exactOptional(v.string()),
  auth: v.looseObject({
    clientId: v.string(),
    clientType: v.exactOptional(v.string(), 'javascript_app'),
    redirectURI: list,
    scopes: list,
  }),
})

/**
 * Reads the configuration file of LiveChat's own command line, in its present form or the one before.
 *
 * @param path Usually `livechat.config.json`.
 * @throws {Error} One line that names the file and what is wrong with it.
 * @see https://platform.text.com/docs/developer-cli
 */
export function readLiveChatConfig(path: string): LiveChatConfig {
  return parseLiveChatConfig(readJsonFile(path), path)
}

/** Whether a file's content is meant as one of LiveChat's own. */
export function isLiveChatConfig(json: unknown): boolean {
  return typeof json === 'object' && json !== null && ('blocks' in json || 'auth' in json)
}

/**
 * Reads the content of such a file.
 *
 * @param where The file, for the error.
 * @throws {Error} One line that says what is wrong.
 */
export function parseLiveChatConfig(json: unknown, where: string): LiveChatConfig {
  const isOlder = typeof json === 'object' && json !== null && 'auth' in json
  return isOlder
    ? fromOlder(checked(olderManifest, json, where))
    : fromPresent(checked(manifest, json, where))
}

function fromPresent({ name, blocks }: v.InferOutput<typeof manifest>): LiveChatConfig {
  const { clientId, type, redirectUri, scopes } = blocks.authorization
  const named = (required: boolean) =>
    scopes.filter((one) => one.required === required).map(({ scope }) => scope)
  return {
    clientId,
    name,
    type: appType(type),
    redirectUris: redirectUri.split(',').flatMap((one) => one.trim() || []),
    scopes: named(true),
    optionalScopes: named(false),
  }
}

function fromOlder({ name, auth }: v.InferOutput<typeof olderManifest>): LiveChatConfig {
  const { clientId, clientType, redirectURI, scopes } = auth
  return {
    clientId,
    name,
    type: appType(clientType),
    redirectUris: redirectURI,
    scopes,
    optionalScopes: [],
  }
}

function appType(type: string): LiveChatConfig['type'] {
  return type.startsWith('server') ? 'server' : 'javascript'
}
