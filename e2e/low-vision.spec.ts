import type { Locator, Page } from '@playwright/test'
import { setTokenLifetime } from '../sandbox/control/control-actions.ts'
import { appendEvent } from '../sandbox/inbox/chat-mutations.ts'
import type { World } from '../sandbox/world/world.ts'
import { agent, chatList, clientId, expect, goTo, openPopup, test } from './support/fixtures.ts'
import { goOnline, openSignedIn, prompt } from './support/session-steps.ts'
import { inboxOf } from './support/world-inbox.ts'

/** What agents set who read with large or widely spaced text; the second is that of WCAG 1.4.12. */
const settings = {
  'text twice the size': 'html { font-size: 200% !important }',
  'text with more space': `* {
    line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important
  } p { margin-block-end: 2em !important }`,
}

/** Changes the page's styles as an extension does, which no Content-Security-Policy stops. */
async function restyle(page: Page, styles: string): Promise<void> {
  await page.evaluate((css) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  }, styles)
}

/** The texts of which a part is outside what their boxes show, but for those that end in an ellipsis. */
function cutOff(page: Page) {
  return page.evaluate(() => {
    const cut: string[] = []
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const parent = text.parentElement
      if (!parent?.checkVisibility({ visibilityProperty: true }) || !text.textContent?.trim())
        continue
      if (parent.closest('.visually-hidden, .skip-link, .avatar')) continue
      const range = document.createRange()
      range.selectNodeContents(text)
      let { left, right, top, bottom } = range.getBoundingClientRect()
      if (right - left <= 1) continue
      for (let box: Element | null = parent; box; box = box.parentElement) {
        const { overflowX, overflowY, position, clipPath, textOverflow, webkitLineClamp } =
          getComputedStyle(box)
        if (/auto|scroll/.test(overflowX + overflowY)) break
        if (overflowX === 'visible' && overflowY === 'visible') continue
        if (clipPath !== 'none') break
        const shown = box.getBoundingClientRect()
        const isClamped = webkitLineClamp !== 'none'
        const isShortened = textOverflow === 'ellipsis' || isClamped
        const isWide = left < shown.left - 1 || right > shown.right + 1
        const isHigh = top < shown.top - 1 || bottom > shown.bottom + 1
        if ((isHigh && !isClamped) || (isWide && !isShortened))
          cut.push(`${text.textContent} (${box.className})`)
        if (position === 'fixed') break
        if (!isShortened) continue
        // What is left of a shortened text may still be cut off by a box further out.
        left = Math.max(left, shown.left)
        right = Math.min(right, shown.right)
        top = Math.max(top, shown.top)
        bottom = Math.min(bottom, shown.bottom)
      }
    }
    return [...new Set(cut)]
  })
}

/** The rows of the list that lie over the next one, or leave a gap before it. */
function misplaced(page: Page) {
  return chatList(page)
    .getByRole('listitem')
    .evaluateAll((items) => {
      const boxes = items
        .map((item) => ({ at: Number(item.ariaPosInSet), box: item.getBoundingClientRect() }))
        .sort((one, other) => one.at - other.at)
      return boxes.flatMap(({ at, box }, index) => {
        const next = boxes[index + 1]
        const isFine = next?.at !== at + 1 || Math.abs(next.box.top - box.bottom) <= 1
        return isFine ? [] : [at]
      })
    })
}

for (const [name, styles] of Object.entries(settings)) {
  for (const width of [1440, 390]) {
    test(`${name}, set while the page is open at ${width} pixels, cuts and covers nothing`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height: 900 })
      await openSignedIn(page)
      await chatList(page).locator('[data-current="true"]').press('PageDown')
      await chatList(page).locator('[data-current="true"]').press('PageDown')
      const read = await firstInView(page)
      await restyle(page, styles)
      if (styles.includes('200%')) {
        await expect(page.getByRole('button', { name: 'Refresh' })).toHaveCSS('font-size', '28px')
      }
      await expect.poll(() => misplaced(page)).toEqual([])
      await expect.poll(() => cutOff(page)).toEqual([])
      await expect(read).toBeInViewport()
      await read.click()
      await expect(page.locator('.event').last()).toBeVisible()
      expect(await cutOff(page)).toEqual([])
      await goTo(page, '/archives?q=tent')
      await expect(page.getByRole('list', { name: 'Results' })).toBeVisible()
      expect(await cutOff(page)).toEqual([])
      await goTo(page, '/account')
      await expect(page.getByRole('list', { name: 'Sessions' })).toBeVisible()
      expect(await cutOff(page)).toEqual([])
    })
  }
}

/** The customer of one of the agent's chats has written something new. */
function customerAsks(world: World): void {
  const inbox = inboxOf(world)
  const mine = inbox.index
    .all()
    .find(
      ({ active, present, groupIds }) =>
        active && present.includes(agent.email) && groupIds.some((group) => group < 3),
    )
  inbox.change(mine?.id ?? '', (chat) => {
    const author = chat.customer?.id
    appendEvent(
      chat,
      { content: { type: 'message', text: 'Still there?' }, ...(author && { author }) },
      world.now(),
    )
  })
}

/** The row at the top of what is in view. */
async function firstInView(page: Page): Promise<Locator> {
  const address = await page.locator('.chat-scroller').evaluate((scroller) => {
    const { left, top } = scroller.getBoundingClientRect()
    return document
      .elementFromPoint(left + 60, top + 60)
      ?.closest('a')
      ?.getAttribute('href')
  })
  return chatList(page).locator(`a[href="${address}"]`)
}

/** What of an element is still visible when the system decides on all colours. */
function lookOf(one: Locator, pseudo?: string) {
  return one.evaluate((element, which) => {
    const { backgroundColor, borderInlineStart, outline } = getComputedStyle(element, which)
    return [backgroundColor, borderInlineStart, outline].join('; ')
  }, pseudo)
}

test('in forced colours one sees what is open, unread, focused, and where one is', async ({
  page,
  world,
}) => {
  customerAsks(world)
  await page.emulateMedia({ forcedColors: 'active' })
  await page.setViewportSize({ width: 1440, height: 900 })
  await openSignedIn(page, { at: '/chats' })
  const rows = chatList(page).getByRole('link')
  const unread = chatList(page).locator('[data-unread="true"]').first()
  const dot = unread.locator('.chat-who')
  const [dotLook = '', ground = ''] = await Promise.all([
    dot.evaluate((one) => getComputedStyle(one, '::before').borderTopColor),
    dot.evaluate(() => getComputedStyle(document.body).backgroundColor),
  ])
  expect(dotLook).not.toBe(ground)
  expect(await dot.evaluate((one) => getComputedStyle(one, '::before').borderTopWidth)).not.toBe(
    '0px',
  )

  await unread.click()
  const open = chatList(page).locator('[aria-current="true"]')
  await expect(open).toHaveCount(1)
  const other = rows.and(page.locator('[aria-current="false"]')).first()
  expect(await lookOf(open)).not.toBe(await lookOf(other))

  const navigation = page.getByRole('navigation', { name: 'Pages' })
  expect(await lookOf(navigation.getByRole('link', { name: 'Chats' }))).not.toBe(
    await lookOf(navigation.getByRole('link', { name: 'Archives' })),
  )

  const reply = page.getByRole('textbox', { name: 'Reply to customer' })
  await expect(reply).toBeFocused()
  const box = page.locator('.reply')
  const focused = await lookOf(box)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  const file = page.locator('.attach')
  const focusedFile = await lookOf(file)
  await page.keyboard.press('Tab')
  expect(await lookOf(file)).not.toBe(focusedFile)
  await page.getByRole('button', { name: 'Refresh' }).focus()
  expect(await lookOf(box)).not.toBe(focused)
  expect(await box.evaluate((one) => getComputedStyle(one).borderTopStyle)).toBe('solid')

  await goTo(page, '/account')
  await page.getByRole('button', { name: 'Sign out everywhere' }).click()
  const dialog = page.getByRole('dialog')
  expect(await dialog.evaluate((one) => getComputedStyle(one).borderTopStyle)).toBe('solid')
})

test('back from LiveChat by redirect, the focus is on the heading of the page', async ({
  page,
}) => {
  await openSignedIn(page)
  await expect(page.getByRole('heading', { name: 'Chats', level: 1 })).toBeFocused()
})

test('what the element says can be selected without moving the focus, and focus() reaches its button', async ({
  page,
}) => {
  await page.goto('/examples/plain.html')
  await (await openPopup(page)).close()
  const alert = page.getByRole('alert').filter({ hasText: /\S/ })
  await expect(alert).toBeVisible()
  // The focus is elsewhere, from where it would be delegated.
  await page.getByRole('heading', { level: 1 }).click()
  const box = await alert.boundingBox()
  if (!box) throw new Error('The alert is not on the page.')
  await page.mouse.move(box.x + box.width - 2, box.y + box.height - 4)
  await page.mouse.down()
  await page.mouse.move(box.x + 40, box.y + 4, { steps: 5 })
  await page.mouse.up()
  const selected = await page.evaluate(() => {
    const { shadowRoot } = document.querySelector('sign-in-with-livechat') ?? {}
    const root = shadowRoot as (ShadowRoot & { getSelection?: () => Selection | null }) | null
    return (root?.getSelection?.() ?? getSelection())?.toString()
  })
  expect(selected?.length).toBeGreaterThan(10)
  const button = page.getByRole('button', { name: 'Sign in with LiveChat' })
  await expect(button).not.toBeFocused()
  const element = page.locator('sign-in-with-livechat')
  await element.evaluate((one: HTMLElement) => one.focus())
  await expect(button).toBeFocused()
})

/** The visible elements that have something else over their middle. */
function covered(page: Page, selector: string) {
  return page.locator(selector).evaluateAll((all) =>
    all
      .filter((one) => {
        const { x, y, width, height } = one.getBoundingClientRect()
        const top = document.elementFromPoint(x + width / 2, y + height / 2)
        return one.checkVisibility({ visibilityProperty: true }) && !one.contains(top)
      })
      .map((one) => one.textContent),
  )
}

/** Where the things are that somebody may be about to click. */
function places(page: Page) {
  return page
    .locator('.toolbar h1, .search, .inbox .segmented, .chat-item:nth-child(3), .talk-bar, .reply')
    .evaluateAll((all) =>
      all
        .filter((one) => one.checkVisibility({ visibilityProperty: true }))
        .map((one) => [one.className, Math.round(one.getBoundingClientRect().top)]),
    )
}

for (const width of [1440, 390]) {
  test(`a session that is about to expire moves nothing under the pointer, at ${width} pixels`, async ({
    page,
    world,
  }) => {
    await page.clock.install()
    await page.setViewportSize({ width, height: 900 })
    setTokenLifetime(world, clientId, 320)
    await openSignedIn(page)
    const inList = await places(page)
    expect(inList.length).toBeGreaterThan(3)
    await page.clock.fastForward(30_000)
    await expect(prompt(page)).toBeVisible()
    expect(await places(page)).toEqual(inList)
    const box = await prompt(page).boundingBox()
    expect(box?.width).toBeLessThan(480)

    await chatList(page).getByText('You:').first().click()
    await expect(page.locator('.reply')).toBeVisible()
    await expect(prompt(page)).toBeVisible()
    expect(await covered(page, '.talk-bar button, .reply button, .reply textarea')).toEqual([])
  })
}

test('rows stay under the pointer when a notice comes above them and when it goes', async ({
  page,
  context,
}) => {
  await openSignedIn(page)
  const row = chatList(page).getByRole('listitem').nth(4)
  const name = await row.locator('.chat-name').innerText()
  await row.hover()
  const { top } = await row.evaluate((one) => one.getBoundingClientRect().toJSON())
  const topOf = () =>
    chatList(page)
      .getByText(name)
      .first()
      .evaluate((one) => Math.round(one.closest('li')?.getBoundingClientRect().top ?? -1))
  await context.setOffline(true)
  await expect(page.getByText('You’re offline')).toBeVisible()
  expect(await topOf()).toBe(Math.round(top))
  await goOnline(page)
  await expect(page.getByText('You’re offline')).toBeHidden()
  expect(await topOf()).toBe(Math.round(top))
})
