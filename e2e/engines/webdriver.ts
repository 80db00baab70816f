import { connect, type Socket } from 'node:net'

/** Sends one command of the WebDriver standard, by its name there, and gives its value. */
export type Send = (command: string, parameters?: object) => Promise<unknown>

/** The browser's own word for why a command failed, such as `no such window`. */
export class WebDriverError extends Error {
  override name = 'WebDriverError'
  readonly code: string

  constructor(code: string, message: string) {
    super(`${code}: ${message}`)
    this.code = code
  }
}

/** The key under which the standard passes an element. */
export const elementKey = 'element-6066-11e4-a52e-4f735466cecf'

/** Method and path of each command we use; what the path names in braces is not repeated in the body. */
const endpoints: Record<string, readonly [method: string, path: string]> = {
  DeleteSession: ['DELETE', ''],
  SetTimeouts: ['POST', '/timeouts'],
  Navigate: ['POST', '/url'],
  GetCurrentURL: ['GET', '/url'],
  Refresh: ['POST', '/refresh'],
  GetWindowHandle: ['GET', '/window'],
  GetWindowHandles: ['GET', '/window/handles'],
  NewWindow: ['POST', '/window/new'],
  CloseWindow: ['DELETE', '/window'],
  SwitchToWindow: ['POST', '/window'],
  SwitchToFrame: ['POST', '/frame'],
  SetWindowRect: ['POST', '/window/rect'],
  ExecuteScript: ['POST', '/execute/sync'],
  ElementClick: ['POST', '/element/{id}/click'],
  ElementClear: ['POST', '/element/{id}/clear'],
  ElementSendKeys: ['POST', '/element/{id}/value'],
  PerformActions: ['POST', '/actions'],
  ReleaseActions: ['DELETE', '/actions'],
  TakeScreenshot: ['GET', '/screenshot'],
}

/** Opens a session of a driver that speaks HTTP: chromedriver, WebKitWebDriver. */
export async function overHttp(driverUrl: string, alwaysMatch: object): Promise<Send> {
  const { sessionId } = (await request('POST', `${driverUrl}/session`, {
    capabilities: { alwaysMatch },
  })) as { sessionId: string }
  return (command, parameters = {}) => {
    const [method, path] = endpoints[command] ?? []
    if (!method) throw new Error(`No endpoint is known for ${command}.`)
    const { id = '', ...rest } = parameters as { id?: string }
    const isOfElement = path?.includes('{id}')
    const body = isOfElement ? rest : parameters
    return request(method, `${driverUrl}/session/${sessionId}${path?.replace('{id}', id)}`, body)
  }
}

async function request(method: string, url: string, body: object): Promise<unknown> {
  const answer = await fetch(url, {
    method,
    ...(method === 'POST' && { body: JSON.stringify(body) }),
    // WebKit’s driver may wait for ever on a window that has just gone.
    signal: AbortSignal.timeout(15_000),
  })
  const { value } = (await answer.json()) as { value: { error: string; message: string } }
  if (!answer.ok) throw new WebDriverError(value.error, value.message)
  return value
}

/**
 * Opens a session of Firefox's own driver, Marionette: the same commands, in JSON over a socket, each preceded by
 * its length. geckodriver, which puts HTTP before it, is not in Debian.
 */
export async function overMarionette(port: number): Promise<Send> {
  const socket = connect(port, '127.0.0.1')
  const waiting = new Map<number, (error: Reply[2], value: unknown) => void>()
  readFrames(socket, (text) => {
    const message: unknown = JSON.parse(text)
    if (!Array.isArray(message)) return
    const [, id, error, value] = message as Reply
    waiting.get(id)?.(error, value)
    waiting.delete(id)
  })
  socket.on('close', () => {
    for (const settle of waiting.values())
      settle({ error: 'invalid session id', message: 'Firefox has closed.' }, null)
  })
  let count = 0
  const send: Send = (command, parameters = {}) => {
    const id = ++count
    const message = JSON.stringify([0, id, `WebDriver:${command}`, parameters])
    return new Promise((resolve, reject) => {
      waiting.set(id, (error, value) => {
        if (error) reject(new WebDriverError(error.error, error.message))
        else resolve(hasOnlyValue(value) ? value.value : value)
      })
      socket.write(`${Buffer.byteLength(message)}:${message}`)
    })
  }
  await send('NewSession', {})
  return send
}

type Reply = [kind: 1, id: number, error: { error: string; message: string } | null, value: unknown]

function hasOnlyValue(answer: unknown): answer is { value: unknown } {
  return typeof answer === 'object' && answer !== null && 'value' in answer
}

/** Splits `<length>:<text>` frames. */
function readFrames(socket: Socket, onFrame: (text: string) => void): void {
  let buffer = Buffer.alloc(0)
  socket.on('data', (chunk: Buffer) => {
    buffer = Buffer.concat([buffer, chunk])
    for (;;) {
      const colon = buffer.indexOf(':')
      if (colon < 0) return
      const end = colon + 1 + Number(buffer.subarray(0, colon).toString())
      if (buffer.length < end) return
      const text = buffer.subarray(colon + 1, end).toString()
      buffer = buffer.subarray(end)
      onFrame(text)
    }
  })
}
