import { expect, test } from 'vitest'
import { createSeal } from './seal.ts'

const secret = 's'.repeat(32)
const later = () => Date.now() + 60_000

test('opens what it sealed, and nobody can read it', async () => {
  const { seal, open } = createSeal<{ token: string }>([secret], 'session')
  const sealed = await seal({ token: 'readable' }, later())
  expect(await open(sealed)).toEqual({ token: 'readable' })
  const parts = sealed.split('.').map((part) => Buffer.from(part, 'base64url').toString('latin1'))
  expect(parts.join()).not.toContain('readable')
})

test('a value sealed for one purpose is none for another (A58)', async () => {
  const sealed = await createSeal([secret], 'sign-in').seal('a sign-in', later())
  expect(await createSeal([secret], 'session').open(sealed)).toBe(undefined)
})

test('nothing is opened after its end', async () => {
  const { seal, open } = createSeal([secret], 'session')
  expect(await open(await seal('a session', Date.now() - 1000))).toBe(undefined)
})

test('what is not sealed at all opens nothing', async () => {
  const { open } = createSeal([secret], 'session')
  for (const text of ['', 'x', '.'.repeat(4), 'eyJhbGciOiJub25lIn0.e30.', '{}']) {
    expect(await open(text)).toBe(undefined)
  }
})
