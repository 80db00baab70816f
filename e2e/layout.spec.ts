import type { Page } from '@playwright/test'
import { appendEvent, openThread } from '../sandbox/inbox/chat-mutations.ts'
import type { World } from '../sandbox/world/world.ts'
import { chatList, expect, expectChats, goTo, test } from './support/fixtures.ts'
import { allChats, openSignedIn } from './support/session-steps.ts'
import { inboxOf } from './support/world-inbox.ts'

/** Names and texts that must not break the layout. */
const strange = [
  ['a name without end', 'Wolfeschlegelsteinhausenbergerdorff'.repeat(6), 'x'.repeat(3000)],
  ['an address without end', 'Ola', `https://example.com/${'parcels/7f3a9c1e5b2d'.repeat(60)}`],
  [
    'from right to left',
    'محمد عبد الرحمن '.repeat(8),
    'مرحبا، أين طلبي رقم 42؟ https://example.com '.repeat(20),
  ],
  ['both directions', 'שלום Smith', `\u202eabc ${'שלום hello '.repeat(60)}`],
  ['emoji', '🏔️'.repeat(60), '👩‍👩‍👧‍👦😀'.repeat(300)],
  ['nothing', '', ''],
  ['a pile of marks', 'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢', 'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍'.repeat(200)],
  ['lines', 'Lin\nLi', '\n'.repeat(80)],
] as const

/** Brings back customers with these names and texts. */
function comeBackStrange(world: World): string[] {
  const inbox = inboxOf(world)
  const closed = inbox.index.all().filter((one) => !one.active && one.groupIds.includes(0))
  return strange.map(([, name, text], index) => {
    const id = closed[index]?.id ?? ''
    inbox.change(id, (chat) => {
      if (chat.customer) chat.customer.name = name
      openThread(chat, { id: inbox.newThreadId(), active: true, groupIds: [0] }, world.now())
      const author = chat.customer?.id
      appendEvent(
        chat,
        { content: { type: 'message', text }, ...(author && { author }) },
        world.now(),
      )
    })
    return id
  })
}

/** The elements that overflow the page or their container. */
function overflowing(page: Page, part: string) {
  return page.evaluate((selector) => {
    const { clientWidth, scrollWidth } = document.documentElement
    const wide = [...document.querySelectorAll(selector)].filter((one) => {
      const { left, right } = one.getBoundingClientRect()
      if (one.closest('.visually-hidden')) return false
      // Cards beyond the first are scrolled to, beside each other.
      if (one.parentElement?.closest('.cards')) return false
      return left < 0 || right > clientWidth + 0.5
    })
    return [
      ...(scrollWidth > clientWidth ? [`the page: ${scrollWidth}`] : []),
      ...wide.map((one) => `${one.className}: ${one.textContent?.slice(0, 40)}`),
    ]
  }, part)
}

const widths = [390, 1440]

test(`whatever others write, list and conversation fit into ${widths.join(' and ')} pixels`, async ({
  page,
  world,
}) => {
  test.setTimeout(60_000)
  const ids = comeBackStrange(world)
  await openSignedIn(page)
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 })
    await goTo(page, allChats)
    await expectChats(page)
    expect(await overflowing(page, '.chat-item, .chat-row, .chat-row time')).toEqual([])
    const boxes = await chatList(page)
      .getByRole('listitem')
      .evaluateAll((items) =>
        items.map((item) => ({
          height: item.getBoundingClientRect().height,
          above: [...item.querySelectorAll('.chat-row > *')].every(
            (one) => one.getBoundingClientRect().bottom <= item.getBoundingClientRect().bottom,
          ),
        })),
      )
    expect(new Set(boxes.map(({ height }) => height)).size).toBe(1)
    expect(boxes.every(({ above }) => above)).toBe(true)
  }
  const parts = '.talk, .talk-name, .thread, .event, .event *, .customer-card'
  for (const [index, id] of ids.entries()) {
    await goTo(page, `/chats/${id}`)
    await expect(page.locator('.event').last()).toBeAttached()
    await expect(page.getByRole('region', { name: 'Conversation' })).toBeVisible()
    const what = strange[index]?.[0]
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 })
      expect(await overflowing(page, parts), `${what}, ${width} pixels`).toEqual([])
    }
  }
})

test('on a laptop the customer’s name has room beside the actions', async ({ page }) => {
  await page.setViewportSize({ width: 1300, height: 800 })
  await openSignedIn(page)
  await chatList(page).getByText('Priya Raman').click()
  await expect(page.getByRole('button', { name: 'Close chat' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Follow' })).toBeVisible()
  const name = page.getByRole('heading', { name: 'Priya Raman' })
  expect(await name.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0)
})
