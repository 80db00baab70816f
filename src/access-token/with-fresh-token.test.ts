import { expect, test } from 'vitest'
import { withFreshToken } from './with-fresh-token.ts'

const refusal = new Error('the token was refused')
const isRefused = (thrown: unknown) => thrown === refusal

/** A source whose renewals bring these tokens, and a call that succeeds with one of them. */
function setUp({ renewed, accepted }: { renewed: string[]; accepted?: string }) {
  const refused: string[] = []
  const presented: string[] = []
  const source = {
    getAccessToken: async () => 'first',
    renewAccessToken: async (old: string) => {
      refused.push(old)
      const next = renewed.shift()
      if (!next) throw new Error('the session is over')
      return next
    },
  }
  const call = async (token: string) => {
    presented.push(token)
    if (token !== accepted) throw refusal
    return `done with ${token}`
  }
  return { source, call, presented, refused }
}

test('calls once with a token LiveChat accepts', async () => {
  const { source, call, presented, refused } = setUp({ renewed: [], accepted: 'first' })
  expect(await withFreshToken(source, call, isRefused)).toBe('done with first')
  expect(presented).toEqual(['first'])
  expect(refused).toEqual([])
})

test('calls again with a renewed token when LiveChat refuses the first', async () => {
  const { source, call, refused } = setUp({ renewed: ['second'], accepted: 'second' })
  expect(await withFreshToken(source, call, isRefused)).toBe('done with second')
  expect(refused).toEqual(['first'])
})

test('renews once more when the token another call renewed is refused as well', async () => {
  const { source, call, refused } = setUp({ renewed: ['second', 'third'], accepted: 'third' })
  expect(await withFreshToken(source, call, isRefused)).toBe('done with third')
  expect(refused).toEqual(['first', 'second'])
})

test('gives up with the refusal after two renewals', async () => {
  const { source, call, presented } = setUp({ renewed: ['second', 'third', 'fourth'] })
  await expect(withFreshToken(source, call, isRefused)).rejects.toBe(refusal)
  expect(presented).toEqual(['first', 'second', 'third'])
})

test('fails with the reason when there is no other token', async () => {
  const { source, call, presented } = setUp({ renewed: [] })
  await expect(withFreshToken(source, call, isRefused)).rejects.toThrow('the session is over')
  expect(presented).toEqual(['first'])
})

test('does not call without a token', async () => {
  const { source, call, presented } = setUp({ renewed: [] })
  source.getAccessToken = () => Promise.reject(new Error('signed out'))
  await expect(withFreshToken(source, call, isRefused)).rejects.toThrow('signed out')
  expect(presented).toEqual([])
})

test('does not repeat a call that failed for another reason', async () => {
  const { source, refused } = setUp({ renewed: ['second'] })
  const failing = () => Promise.reject(new Error('the network is down'))
  await expect(withFreshToken(source, failing, isRefused)).rejects.toThrow('the network is down')
  expect(refused).toEqual([])
})
