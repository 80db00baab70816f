import { once } from 'node:events'
import { createConnection } from 'node:net'
import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { startSandbox } from './serve.ts'

const anyPort = { accountsPort: 0, apiPort: 0, chats: 0 }

test('both servers answer over HTTP under any host name', async () => {
  const sandbox = await startSandbox(anyPort)
  const port = Number(new URL(sandbox.accountsUrl).port)
  const answer = await new Promise<string>((resolve) => {
    let text = ''
    const socket = createConnection(port, '127.0.0.1')
    socket.on('data', (data) => {
      text += data
    })
    socket.on('close', () => resolve(text))
    socket.write('GET / HTTP/1.1\r\nHost: accounts.localhost:1\r\nConnection: close\r\n\r\n')
  })
  expect(answer).toMatch(/^HTTP\/1\.1 200/)
  const api = await fetch(`${sandbox.apiUrl}/v3.6/agent/action/list_chats`, {
    method: 'POST',
    body: '{}',
  })
  expect(api.status).toBe(401)
  await sandbox.close()
})

test('a port in use is reported in one line that says what to change', async () => {
  const first = await startSandbox(anyPort)
  const accountsPort = Number(new URL(first.accountsUrl).port)
  const apiPort = Number(new URL(first.apiUrl).port)
  await expect(startSandbox({ ...anyPort, accountsPort })).rejects.toThrow(
    new RegExp(
      `^Port ${accountsPort} is in use. Stop what uses it, or take the next free one with ACCOUNTS_PORT=\\d+. A sandbox that is running there can be used as it is.$`,
    ),
  )
  await expect(startSandbox({ ...anyPort, apiPort })).rejects.toThrow(/with API_PORT=/)
  await first.close()
})

test('a failed start leaves no server running', async () => {
  const first = await startSandbox(anyPort)
  const apiPort = Number(new URL(first.apiUrl).port)
  const free = await startSandbox(anyPort)
  const accountsPort = Number(new URL(free.accountsUrl).port)
  await free.close()
  await expect(startSandbox({ ...anyPort, accountsPort, apiPort })).rejects.toThrow()
  const again = await startSandbox({ ...anyPort, accountsPort })
  await again.close()
  await first.close()
})

test('a dropped connection closes the socket', async () => {
  const sandbox = await startSandbox(anyPort)
  sandbox.world.faults.push({ endpoint: 'info', times: 1, drop: true })
  await expect(fetch(`${sandbox.accountsUrl}/v2/info`)).rejects.toThrow('fetch failed')
  expect((await fetch(`${sandbox.accountsUrl}/v2/info`)).status).toBe(422)
  await sandbox.close()
})

test('closing ends connections that are still waiting', async () => {
  const sandbox = await startSandbox(anyPort)
  sandbox.world.faults.push({ endpoint: 'info', times: 1, delay: 60_000 })
  const waiting = fetch(`${sandbox.accountsUrl}/v2/info`)
  const failed = expect(waiting).rejects.toThrow()
  await expect.poll(() => sandbox.world.requests.length).toBe(1)
  await sandbox.close()
  await failed
})

test('after an interruption the sandbox is there as it was, without its connections', async () => {
  const sandbox = await startSandbox(anyPort)
  const { world, rtm, apiUrl, accountsUrl } = sandbox
  const socket = new WebSocket(`${apiUrl.replace('http', 'ws')}/v3.6/agent/rtm/ws`)
  await once(socket, 'open')
  const ended = once(socket, 'close')
  expect(rtm.connections.size).toBe(1)
  world.faults.push({ endpoint: 'info', times: 1, status: 418 })
  const isBack = sandbox.interrupt(100)
  await ended
  await expect(fetch(`${apiUrl}/customer`)).rejects.toThrow('fetch failed')
  await isBack
  expect(rtm.connections.size).toBe(0)
  expect((await fetch(`${accountsUrl}/v2/info`)).status).toBe(418)
  const again = new WebSocket(`${apiUrl.replace('http', 'ws')}/v3.6/agent/rtm/ws`)
  await once(again, 'open')
  expect(rtm.connections.size).toBe(1)
  await sandbox.close()
})
