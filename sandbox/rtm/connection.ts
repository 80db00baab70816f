import { type Call, createCall } from '../agent-chat/action.ts'
import { agentActions, findAction } from '../agent-chat/actions.ts'
import { ApiError, faultBody } from '../agent-chat/api-error.ts'
import { isVersion, type Version } from '../agent-chat/version.ts'
import type { Cause } from '../inbox/inbox-change.ts'
import { readCredentials } from '../world/credentials.ts'
import { logRequest } from '../world/log-request.ts'
import { takeFault, takePushFault } from '../world/take-fault.ts'
import type { Fault, World } from '../world/world.ts'
import { incomingCustomers, loginResponse, readLogin } from './login.ts'
import type { Push } from './push.ts'
import { type RtmRequest, readRequest } from './read-request.ts'
import type { Peers, Session } from './session.ts'
import { sessionActions } from './session-actions.ts'

/** What a connection needs of its socket. */
export interface Transport {
  send(text: string): void
  close(code: number, reason: string): void
  /** Ends the connection at once, without a closing handshake. */
  terminate(): void
}

/** An agent's connection, from its upgrade to its end (docs/protocol.md 9). */
export interface Connection {
  /** Absent before `login`. */
  readonly session: Session | undefined
  /** Takes a frame of the client. */
  receive(text: string): void
  /** The socket has closed. */
  closed(): void
  /** Sends a push to those of its versions that want and may have it. */
  deliver(push: Push, cause: Cause): void
  /** Says why and closes. */
  disconnect(reason: string, data?: object): void
  /** Closes if the token has ended; otherwise watches for its end. */
  checkToken(): void
  /** Sends a push as it is, whoever is at the other end. */
  push(action: string, payload: unknown, version?: string): void
  /** Ends the connection without a word. */
  terminate(): void
  /** Keeps the connection open, and from now on says and hears nothing. */
  silence(): void
}

export interface ConnectionOptions {
  version: Version
  /** The organization its address names. */
  organizationId: string | undefined
  /** Its address, for the request log. */
  url: string
  peers: Peers
  ended(connection: Connection): void
}

interface PushFrame {
  action: string
  payload: object
}

/** `setTimeout` takes no more. */
const longestTimer = 2 ** 31 - 1

export function createConnection(
  world: World,
  transport: Transport,
  { version, organizationId, url, peers, ended }: ConnectionOptions,
): Connection {
  let session: Session | undefined
  let open = true
  let pending = 0
  let timeout = after(world.rtm.loginTimeout, () => disconnect('connection_timeout'))
  let expiry: NodeJS.Timeout | undefined
  /** Pushes that wait for the response to the request that caused them. */
  let held: PushFrame[] | undefined
  /** Pushes that wait for the next one to go first. */
  const overtaken: (() => void)[] = []
  let isSilent = false
  const requestIds = new WeakMap<object, string | undefined>()

  const connection: Connection = {
    get session() {
      return session
    },
    receive,
    closed,
    deliver,
    disconnect,
    checkToken,
    push: (action, payload, of = version) => send({ version: of, action, type: 'push', payload }),
    terminate,
    silence() {
      isSilent = true
      clearTimeout(timeout)
      clearTimeout(expiry)
    },
  }
  return connection

  function send(frame: object): void {
    if (open && !isSilent) transport.send(JSON.stringify(frame))
  }

  function sendPush(frame: PushFrame): void {
    const fault = takePushFault(world, frame.action)
    if (fault?.lose) return
    const { payload: _, ...bare } = frame
    const sent = fault?.withoutPayload ? bare : frame
    const sendIt = () => {
      send(sent)
      if (fault?.duplicate) send(sent)
    }
    if (fault?.swap) overtaken.push(sendIt)
    else if (fault?.delay) after(fault.delay, sendIt)
    else {
      sendIt()
      for (const late of overtaken.splice(0)) late()
    }
  }

  function closed(): void {
    if (!open) return
    open = false
    clearTimeout(timeout)
    clearTimeout(expiry)
    ended(connection)
  }

  function close(code: number, reason: string): void {
    if (!open) return
    closed()
    transport.close(code, reason)
  }

  function disconnect(reason: string, data?: object): void {
    const payload = { reason: reasonIn(version, reason), ...(data ? { data } : {}) }
    send({ version, action: 'agent_disconnected', type: 'push', payload })
    close(1008, reason)
  }

  function checkToken(): void {
    clearTimeout(expiry)
    if (!session || !open || isSilent) return
    const token = world.accessTokens.get(session.authorization.split(/\s+/)[1] ?? '')
    if (!readCredentials(world, session.authorization)) {
      disconnect(token ? 'access_token_expired' : 'access_token_revoked')
    } else if (token) {
      expiry = after(Math.min(token.expiresAt - world.now(), longestTimer), checkToken)
    }
  }

  function deliver(push: Push, cause: Cause): void {
    const caller = session && readCredentials(world, session.authorization)
    if (!session || !caller) return
    for (const [wanted, names] of session.pushes) {
      if (names !== 'all' && !names.has(push.action)) continue
      const listener = { ...createCall(world, caller, wanted), monitoring: session.monitoring }
      const payload = push.reaches(listener) ? push.payload(listener) : undefined
      if (!payload) continue
      const requestId = cause.request && requestIds.get(cause.request)
      const frame = {
        version: wanted,
        ...(requestId === undefined ? {} : { request_id: requestId }),
        action: push.action,
        type: 'push',
        payload,
      }
      if (held) held.push(frame)
      else sendPush(frame)
    }
  }

  function receive(text: string): void {
    if (!open || isSilent) return
    const request = readRequest(text)
    if (session) {
      clearTimeout(timeout)
      timeout = after(world.rtm.idleTimeout, () => disconnect('connection_timeout'))
      checkToken()
      if (!open) return
    } else if (request?.action === 'ping') return
    if (!request) {
      respond({ action: '' }, new ApiError('validation').toBody())
      return
    }
    log(request)
    if (pending >= world.rtm.pendingRequests) {
      respond(request, new ApiError('pending_requests_limit_reached').toBody())
      return
    }
    pending += 1
    const fault = takeFault(world, request.action, () => true)
    if (fault?.delay) after(fault.delay, () => answer(request, fault))
    else answer(request, fault)
  }

  function answer(request: RtmRequest, fault: Fault | undefined): void {
    pending -= 1
    if (!open) return
    if (fault?.drop) {
      terminate()
      return
    }
    if (fault?.status !== undefined || fault?.errorType !== undefined) {
      respond(request, faultBody(fault.errorType, fault.status))
      return
    }
    held = world.rtm.pushFirst ? undefined : []
    const { success, payload, afterwards } = attempt(request)
    const pushes = held ?? []
    held = undefined
    if (fault?.loseResponse) {
      terminate()
      return
    }
    respond(request, payload, success)
    for (const frame of pushes) sendPush(frame)
    afterwards?.()
  }

  function terminate(): void {
    closed()
    transport.terminate()
  }

  interface Outcome {
    success: boolean
    payload: object
    /** What follows the response and its pushes. */
    afterwards?: () => void
  }

  function attempt(request: RtmRequest): Outcome {
    try {
      return { success: true, ...perform(request) }
    } catch (error) {
      if (error instanceof ApiError) return { success: false, payload: error.toBody() }
      console.error(error)
      return { success: false, payload: new ApiError('internal').toBody() }
    }
  }

  function perform(request: RtmRequest): Omit<Outcome, 'success'> {
    const { action, payload = {} } = request
    if (action === 'login') return login(payload)
    const call = callOf(request)
    if (!session || !call) throw new ApiError('authentication')
    const own = sessionActions.get(action)
    if (own) {
      const end = own({ call, session, version, peers }, payload)
      return { payload: {}, afterwards: () => (end ? close(1000, 'logout') : checkToken()) }
    }
    const found = findAction(agentActions, action, call.version)
    if (!found) throw new ApiError('not_found', 'Unknown action')
    found.requireScopes(call.caller)
    return { payload: found.answer(call, payload) }
  }

  function login(payload: unknown): Omit<Outcome, 'success'> {
    if (session) throw new ApiError('validation', 'Already logged in')
    const { session: opened, call, reconnect } = readLogin(world, version, organizationId, payload)
    session = opened
    clearTimeout(timeout)
    timeout = after(world.rtm.idleTimeout, () => disconnect('connection_timeout'))
    peers.loggedIn(opened, call, reconnect)
    return {
      payload: loginResponse(call),
      afterwards() {
        deliver(incomingCustomers, {})
        checkToken()
      },
    }
  }

  function callOf(request: RtmRequest): Call | undefined {
    const caller = session && readCredentials(world, session.authorization)
    const wanted = request.version ?? version
    if (!isVersion(wanted) || wanted < version) throw new ApiError('unsupported_version')
    const origin = {}
    requestIds.set(origin, request.request_id)
    return caller && createCall(world, caller, wanted, origin)
  }

  function respond(
    { action, request_id }: Pick<RtmRequest, 'action' | 'request_id'>,
    payload: object,
    success = false,
  ): void {
    const id = request_id === undefined ? {} : { request_id }
    send({ ...id, action, type: 'response', success, payload })
  }

  function log({ action }: RtmRequest): void {
    logRequest(world, { endpoint: action, method: 'RTM', url, headers: {} })
  }
}

/** Versions before 3.6 have no reason for changed rights. */
function reasonIn(version: Version, reason: string): string {
  return reason === 'role_permissions_changed' && version !== '3.6' ? 'internal_error' : reason
}

/** A timer that does not keep the process alive. */
function after(milliseconds: number, act: () => void): NodeJS.Timeout {
  return setTimeout(act, milliseconds).unref()
}
