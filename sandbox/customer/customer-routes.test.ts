import { expect, test } from 'vitest'
import { createSandbox } from '../server/sandbox.ts'

function start() {
  const { api, world } = createSandbox({ chats: 3 })
  const open = (path: string, init: RequestInit = {}) =>
    api.fetch(new Request(`http://localhost:3002${path}`, init))
  const json = async (path: string, init: RequestInit) =>
    (await (await open(path, init)).json()) as { access_token: string; url: string }
  return { open, json, world }
}

test.each(['/customer', '/customer/customer.css', '/customer/customer.js'])(
  '%s is served, with a strict policy',
  async (path) => {
    const { open, world } = start()
    const response = await open(path)
    expect(response.status).toBe(200)
    expect(response.headers.get('Content-Security-Policy')).toContain("script-src 'self'")
    expect(world.requests).toEqual([])
  },
)

test('a picture that was sent is shown, and any other file is only saved', async () => {
  const { open, json } = start()
  const { access_token } = await json('/customer/token', { method: 'POST' })
  const send = async (file: File) => {
    const body = new FormData()
    body.append('file', file)
    const headers = { Authorization: `Bearer ${access_token}` }
    const path = '/v3.6/customer/action/upload_file'
    const { url } = await json(path, { method: 'POST', headers, body })
    expect(url).toMatch(/^http:\/\/localhost:3002\/files\//)
    return open(new URL(url).pathname)
  }
  const picture = await send(new File(['pixels'], 'a tent.png', { type: 'image/png' }))
  expect(picture.headers.get('Content-Type')).toBe('image/png')
  expect(await picture.text()).toBe('pixels')
  const page = await send(new File(['<script>'], 'page.html', { type: 'text/html' }))
  expect(page.headers.get('Content-Type')).toBe('application/octet-stream')
  expect(page.headers.get('Content-Disposition')).toBe('attachment')
})

test('only a customer sends a customer’s files, and an unknown file is not found', async () => {
  const { open } = start()
  const path = '/v3.6/customer/action/upload_file'
  expect((await open(path, { method: 'POST' })).status).toBe(401)
  expect((await open('/files/a/b.png')).status).toBe(404)
  expect((await open('/customer/../secret')).status).toBe(404)
})
