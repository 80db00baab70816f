import { cleanup, render, screen } from '@testing-library/react'
import type { ReactNode } from 'react'
import { expect, test } from 'vitest'
import type { ChatEvent } from '../../agent-chat/index.ts'
import { PictureSources } from '../lib/picture-sources.ts'
import { Avatar } from '../ui/avatar.tsx'
import { EventContent } from './event-content.tsx'

const livechat = 'https://cdn.livechat-files.com/tent.png'
const foreign = 'https://evil.example/tent.png?agent=1'

function draw(content: ReactNode) {
  cleanup()
  const sources = ['https://cdn.livechat-files.com/']
  const { container } = render(<PictureSources value={sources}>{content}</PictureSources>)
  return [...container.querySelectorAll('img')].map((image) => image.src)
}

const event = {
  id: 'e1',
  authorId: 'c1',
  createdAt: 0,
  visibility: 'all',
} as const
const picture = (url: string, thumbnailUrl?: string) =>
  ({
    ...event,
    type: 'file',
    name: 'tent.png',
    url,
    thumbnailUrl,
    contentType: 'image/png',
    size: undefined,
    width: undefined,
    height: undefined,
    alternativeText: '',
  }) as unknown as ChatEvent
const card = (imageUrl: string) =>
  ({
    ...event,
    type: 'rich_message',
    template: 'cards',
    cards: [{ title: 'Tent', subtitle: '', imageUrl, imageAlternative: '', buttons: [] }],
  }) as unknown as ChatEvent

test('pictures from LiveChat’s hosts are shown', () => {
  expect(draw(<EventContent event={picture(livechat)} />)).toEqual([livechat])
  expect(draw(<EventContent event={card(livechat)} />)).toEqual([livechat])
  expect(draw(<Avatar id="c1" name="Tom" url={livechat} />)).toEqual([livechat])
})

test.each([
  ['sent as a file', picture(foreign), 'tent.png'],
  ['with a thumbnail', picture(foreign, foreign), 'tent.png'],
  ['on a card', card(foreign), 'Picture'],
])(
  'a picture %s from a host the customer chose is a link, not loaded (A51)',
  (_what, shown, name) => {
    expect(draw(<EventContent event={shown} />)).toEqual([])
    const link = screen.getByRole('link', { name })
    expect(link.getAttribute('href')).toBe(foreign)
    expect(link.getAttribute('rel')).toBe('noopener noreferrer')
  },
)

test('an avatar from a host the customer chose is not loaded; initials stand in for it (A51)', () => {
  expect(draw(<Avatar id="c1" name="Tom Reed" url={foreign} />)).toEqual([])
  expect(document.body.textContent).toContain('TR')
})
