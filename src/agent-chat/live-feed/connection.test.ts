import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import { openConnection } from './connection.ts'

// Node 20 has none of its own.
beforeEach(() => void vi.stubGlobal('WebSocket', WebSocket))
afterEach(() => void vi.unstubAllGlobals())

test('a connection closed before it opens just ends', async () => {
  const connection = openConnection('ws://127.0.0.1:9', () => {})
  connection.close()
  expect(await connection.ended).toEqual({})
  await expect(connection.request('ping', {})).rejects.toMatchObject({
    code: 'network',
    action: 'ping',
  })
})
