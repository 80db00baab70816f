import { appendEvent, openThread } from '../../sandbox/inbox/chat-mutations.ts'
import { createInbox } from '../../sandbox/inbox/inbox.ts'
import type { Chat } from '../../sandbox/model/chat.ts'
import type { World } from '../../sandbox/world/world.ts'
import { agent } from '../support/fixtures.ts'
import { inboxOf, say, textsOf } from '../support/world-inbox.ts'
import type { Page } from './browser.ts'
import { expect, test } from './fixtures.ts'
import { chatRows, signInBy } from './steps.ts'

const reply = (page: Page) => page.css('.conversation textarea')
const messages = (page: Page) => page.css('.talk-scroller')

/** A chat the agent is in, whose customer wrote more than fits on the page. */
function longChat(world: World): string {
  const inbox = inboxOf(world)
  const own = inbox.index.all().find(({ id }) => {
    const chat = inbox.read(id)
    return (
      chat?.threads.at(-1)?.active &&
      chat.customer &&
      chat.agents.some((one) => one.present && one.id === agent.email)
    )
  })
  if (!own) throw new Error('the sandbox has no such chat')
  say(world, own.id, ...Array.from({ length: 80 }, (_, index) => `line ${index}`))
  return own.id
}

/** Whether the end of the newest message is in view. */
function isAtNewest(page: Page): Promise<boolean> {
  return page.script(() => {
    const scroller = document.querySelector('.talk-scroller')?.getBoundingClientRect()
    const newest = [...document.querySelectorAll('.event')].at(-1)?.getBoundingClientRect()
    return newest !== undefined && scroller !== undefined && newest.bottom <= scroller.bottom + 1
  })
}

/** Where an element with this text is on the page. */
async function topOf(page: Page, selector: string, text: string): Promise<number> {
  return page.script(
    (css, wanted) => {
      const found = [...document.querySelectorAll(css)].find((one) =>
        one.textContent?.includes(wanted),
      )
      return Math.round(found?.getBoundingClientRect().top ?? -1)
    },
    selector,
    text,
  )
}

/** Scrolls to a message, and returns where the agent sees it until an earlier one is drawn and laid out. */
function placesWhile(page: Page, read: string, earlier: string): Promise<number[]> {
  return page.script(
    async (readText, earlierText) => {
      const find = (text: string) =>
        [...document.querySelectorAll('.event')].find(
          (one) => one.querySelector('.user-text')?.textContent === text,
        )
      // A message that an animation frame posts comes after that frame is laid out and painted.
      const painted = () =>
        new Promise<void>((resolve) => {
          const { port1, port2 } = new MessageChannel()
          port2.onmessage = () => resolve()
          requestAnimationFrame(() => port1.postMessage(undefined))
        })
      const line = find(readText)
      if (!line) throw new Error('The message to scroll to is not drawn.')
      line.scrollIntoView({ block: 'center' })
      const places = new Set<number>()
      const last = performance.now() + 10_000
      for (let frames = 0; frames < 3; frames += find(earlierText) ? 1 : 0) {
        await painted()
        places.add(Math.round(line.getBoundingClientRect().top))
        if (performance.now() > last) throw new Error('The earlier message is not drawn.')
      }
      return [...places]
    },
    read,
    earlier,
  )
}

/** Customers of closed chats everyone may see come back. */
function comeBack(world: World, count: number) {
  const inbox = inboxOf(world)
  const closed = inbox.index.all().filter((one) => !one.active && one.groupIds.includes(0))
  for (const { id } of closed.slice(0, count)) {
    inbox.change(id, (chat: Chat) => {
      openThread(chat, { id: inbox.newThreadId(), active: true, groupIds: [0] }, world.now())
      const content = { type: 'message', text: 'I am back' } as const
      const author = chat.customer?.id
      appendEvent(chat, { content, ...(author && { author }) }, world.now())
    })
  }
}

async function hasFocus(page: Page, selector: string): Promise<boolean> {
  return page.script((css) => document.activeElement?.matches(css) ?? false, selector)
}

test('2,000 chats are gone through by keyboard alone', async ({ tab, world }) => {
  const [small] = world.inboxes.values()
  if (!small) throw new Error('the sandbox has no inbox')
  const { organization, agents, groups } = small
  const options = { seed: 1, organization, agents, groups, chats: 2000, now: world.now() }
  world.inboxes.set(organization.organizationId, createInbox(options))
  await signInBy(tab, { at: '/chats?show=all' })
  const positionOfFocus = () =>
    tab.script(() =>
      Number(document.activeElement?.closest('[aria-posinset]')?.getAttribute('aria-posinset')),
    )
  await tab.script(() =>
    document.querySelector<HTMLElement>('[aria-label="Chats"] [tabindex="0"]')?.focus(),
  )
  await tab.press('ArrowDown', 'ArrowDown')
  await expect.poll(positionOfFocus).toBe(3)
  for (const least of [100, 200, 300]) {
    await expect
      .poll(async () => {
        await tab.press('End')
        return positionOfFocus()
      })
      .toBeGreaterThan(least)
  }
  await tab.press('Home')
  await expect.poll(positionOfFocus).toBe(1)
  await tab.press('Enter')
  await messages(tab).appears()
  await expect.poll(() => hasFocus(tab, '.conversation *')).toBe(true)
  await tab.press('Escape')
  await expect.poll(positionOfFocus).toBe(1)
})

test('a conversation opens at its newest message and stays there while more is drawn', async ({
  tab,
  world,
}) => {
  const chatId = longChat(world)
  await signInBy(tab, { at: `/chats/${chatId}` })
  await expect.poll(() => tab.text()).toContain('line 79')
  await reply(tab).appears()
  await expect.poll(() => isAtNewest(tab)).toBe(true)
  say(world, chatId, 'one more')
  await expect.poll(() => tab.text(), { timeout: 20_000 }).toContain('one more')
  await expect.poll(() => isAtNewest(tab)).toBe(true)
})

test('what a customer writes arrives by itself, and nothing is polled', async ({ tab, world }) => {
  const chatId = longChat(world)
  await signInBy(tab, { at: `/chats/${chatId}` })
  await reply(tab).appears()
  const told = () => {
    const login = world.requests.findIndex(({ endpoint }) => endpoint === 'login')
    return login === -1 ? [] : world.requests.slice(login).map(({ endpoint }) => endpoint)
  }
  // Connected, and all that is on screen is loaded once more.
  await expect.poll(told).toEqual(expect.arrayContaining(['list_chats', 'get_chat']))
  const lists = () => told().filter((endpoint) => endpoint === 'list_chats').length
  // Nor is anything else on its way: what the page asks for while it connects may come after that.
  let seen = 0
  const isQuiet = () => {
    const before = seen
    seen = world.requests.length
    return seen === before
  }
  await expect.poll(isQuiet, { intervals: [1_000] }).toBe(true)
  const before = lists()
  say(world, chatId, 'told at once')
  await expect.poll(() => tab.text()).toContain('told at once')
  expect(lists()).toBe(before)
})

test('a message that arrives while the agent reads further up moves nothing', async ({
  tab,
  world,
}) => {
  const chatId = longChat(world)
  await signInBy(tab, { at: `/chats/${chatId}` })
  await reply(tab).appears()
  await expect.poll(() => isAtNewest(tab)).toBe(true)
  const place = () => topOf(tab, '.event', 'line 40')
  await tab.script(() => {
    const line = [...document.querySelectorAll('.event')].find((one) =>
      one.textContent?.includes('line 40'),
    )
    line?.scrollIntoView({ block: 'center' })
  })
  const before = await place()
  expect(await isAtNewest(tab)).toBe(false)
  say(world, chatId, 'did you see this?')
  await expect.poll(() => tab.text(), { timeout: 20_000 }).toContain('did you see this?')
  expect(await place()).toBe(before)
})

test('earlier messages are drawn above what the agent reads and move nothing', async ({
  tab,
  world,
}) => {
  const chatId = longChat(world)
  say(world, chatId, ...Array.from({ length: 220 }, (_, index) => `reply ${index}`))
  await signInBy(tab, { at: `/chats/${chatId}` })
  await reply(tab).appears()
  await expect.poll(() => isAtNewest(tab)).toBe(true)
  // Not the text of the page: that leaves out what is too far away to be laid out.
  const isDrawn = (text: string) =>
    tab.script(
      (css, wanted) =>
        [...document.querySelectorAll(css)].some((one) => one.textContent === wanted),
      '.event .user-text',
      text,
    )
  expect(await isDrawn('line 79')).toBe(false)
  expect(await placesWhile(tab, 'reply 175', 'reply 130')).toHaveLength(1)
  expect(await placesWhile(tab, 'reply 130', 'reply 80')).toHaveLength(1)
  expect(await placesWhile(tab, 'reply 72', 'reply 30')).toHaveLength(1)
  // Not by the driver, whose scrolling to the button draws more by itself.
  await tab.script(() => document.querySelector<HTMLElement>('.older button')?.click())
  await expect.poll(() => isDrawn('line 0')).toBe(true)
})

test('chats that come above what the agent looks at in the list move nothing', async ({
  tab,
  world,
}) => {
  await signInBy(tab, { at: '/chats?show=all' })
  await tab.script(() => {
    const scroller = document.querySelector('.chat-scroller')
    if (scroller) scroller.scrollTop = 1000
  })
  await expect
    .poll(() => chatRows(tab).map((row) => Number(row.getAttribute('aria-posinset'))))
    .toContain(14)
  const inTheMiddle = () =>
    tab.script(() => {
      const list = document.querySelector('.chat-scroller')?.getBoundingClientRect()
      const x = (list?.left ?? 0) + 40
      const y = (list?.top ?? 0) + (list?.height ?? 0) / 2
      const link = document.elementFromPoint(x, y)?.closest('a')
      return {
        href: link?.getAttribute('href') ?? '',
        top: Math.round(link?.getBoundingClientRect().top ?? 0),
        position: Number(link?.closest('[aria-posinset]')?.getAttribute('aria-posinset')),
      }
    })
  const before = await inTheMiddle()
  expect(before.href).not.toBe('')
  comeBack(world, 2)
  await expect
    .poll(inTheMiddle, { timeout: 20_000 })
    .toEqual({ ...before, position: before.position + 2 })
})

test('an agent writes and attaches a file', async ({ tab, world }) => {
  const chatId = longChat(world)
  await signInBy(tab, { at: `/chats/${chatId}` })
  await reply(tab).type('Hello from another engine')
  await tab.press('Enter')
  await expect.poll(() => textsOf(world, chatId)).toContain('Hello from another engine')
  await tab.css('.event').says('Hello from another engine')

  await tab.attach('input[type="file"]', 'label.txt')
  await tab.press('Enter')
  await tab.role('link', /label\.txt/).appears()
})

for (const [order, keyDowns] of [
  ['the key ends the composition', [{ isComposing: true, keyCode: 229 }]],
  ['the composition ends before the key, as in Safari', [{ isComposing: false, keyCode: 229 }]],
] as const) {
  test(`Enter and Escape while a word is composed neither send nor leave: ${order}`, async ({
    tab,
    world,
  }) => {
    const chatId = longChat(world)
    await signInBy(tab, { at: `/chats/${chatId}` })
    await reply(tab).type('nihongo')
    for (const keyDown of keyDowns) {
      for (const key of ['Enter', 'Escape']) {
        await tab.script(
          (name, isComposing, keyCode) => {
            const event = new KeyboardEvent('keydown', {
              key: name,
              isComposing,
              bubbles: true,
              cancelable: true,
            })
            Object.defineProperty(event, 'keyCode', { value: keyCode })
            document.activeElement?.dispatchEvent(event)
          },
          key,
          keyDown.isComposing,
          keyDown.keyCode,
        )
      }
    }
    await tab.isAt(`/chats/${chatId}`)
    expect(await reply(tab).map((one) => (one as HTMLTextAreaElement).value)).toEqual(['nihongo'])
    await tab.press('!', 'Enter')
    await expect.poll(() => textsOf(world, chatId).at(-1)).toBe('nihongo!')
    expect(textsOf(world, chatId)).not.toContain('nihongo')
  })
}

test('the archives are searched, and Escape leads back to the result that was open', async ({
  tab,
}) => {
  await signInBy(tab)
  await tab.role('link', 'Archives').click()
  await tab.role('searchbox').type('tent')
  await tab.press('Enter')
  await tab.isAt('/archives?q=tent')
  const results = tab.css('.archive-list a')
  await results.appears()
  await results.click()
  await expect.poll(() => tab.url()).toMatch(/chat=/)
  await tab.css('.thread mark').appears()
  // The page listens for Escape from the moment the focus is in the thread.
  await expect.poll(() => hasFocus(tab, '.talk-name')).toBe(true)
  await tab.press('Escape')
  await tab.isAt('/archives?q=tent')
  await expect.poll(() => hasFocus(tab, 'a[href*="chat="]')).toBe(true)
})
