import { expect, test } from 'vitest'
import { languages } from '../language/languages.ts'
import { loadEmoji } from './emoji-data.ts'

const tags = Object.keys(languages) as (keyof typeof languages)[]

test('emoji have their names in twelve languages; in the others they are in English, and marked so', async () => {
  const all = await Promise.all(tags.map(async (tag) => [tag, await loadEmoji(tag)] as const))
  const thumb = (data: Awaited<ReturnType<typeof loadEmoji>>) =>
    data.emojis.find(({ emoji }) => emoji.startsWith('👍'))?.label
  expect(all.filter(([tag, data]) => data.locale !== tag).map(([tag]) => tag)).toEqual([
    'ar',
    'he',
    'tr',
  ])
  for (const [tag, data] of all) {
    expect(thumb(data) === 'Thumbs up', tag).toBe(data.locale === 'en')
    expect(data.categories.length, tag).toBe(all[0]?.[1].categories.length)
    expect(data.emojis.length, tag).toBe(all[0]?.[1].emojis.length)
  }
})
