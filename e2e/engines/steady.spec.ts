import type { Page } from './browser.ts'
import { expect, test } from './fixtures.ts'
import { chatRows, signInButton, signInBy } from './steps.ts'

interface Place {
  text: string
  box: number[]
}

/** Where everything one may press is, by what it says. */
function places(page: Page): Promise<Place[]> {
  return page.css('button, a[href], label, input, h1').map((one) => {
    const { left, top, width, height } = one.getBoundingClientRect()
    return { text: one.textContent ?? '', box: [left, top, width, height] }
  })
}

/** What is no longer where it was. A button may give way by a pixel when it is pressed. */
function moved(before: Place[], after: Place[]): Place[] {
  const isNear = (one: Place, other: Place) =>
    one.text === other.text &&
    one.box.every((edge, index) => Math.abs(edge - (other.box[index] ?? 0)) <= 1.5)
  return before.filter((one) => !after.some((other) => isNear(one, other)))
}

/** The middles of the buttons and radios that are in view. */
async function pressable(page: Page): Promise<number[][]> {
  const middles = await page.css('button, label').map((one) => {
    const { left, top, width, height, bottom } = one.getBoundingClientRect()
    const isInView = width > 1 && height > 1 && top >= 0 && bottom < innerHeight
    return isInView ? [Math.round(left + width / 2), Math.round(top + height / 2)] : []
  })
  return middles.filter((middle) => middle.length > 0).slice(0, 12)
}

/** Presses each button without letting it go over it, and sees to it that nothing moves meanwhile. */
async function expectSteady(page: Page): Promise<void> {
  await expect
    .poll(async () => {
      const first = await places(page)
      return moved(first, await places(page))
    })
    .toEqual([])
  const targets = await pressable(page)
  expect(targets.length).toBeGreaterThan(0)
  for (const [x, y] of targets) {
    await page.pointer({ type: 'pointerMove', duration: 0, origin: 'viewport', x, y })
    const before = await places(page)
    await page.pointer({ type: 'pointerDown', button: 0 })
    const during = await places(page)
    await page.pointer(
      { type: 'pointerMove', duration: 0, origin: 'viewport', x: 1, y: 1 },
      { type: 'pointerUp', button: 0 },
    )
    expect(moved(before, during)).toEqual([])
  }
}

test('nothing moves between pressing the mouse button and letting it go', async ({ tab }) => {
  await tab.goto('/')
  await signInButton(tab).appears()
  await expectSteady(tab)
  await tab.goto('/examples/plain.html')
  await signInButton(tab).appears()
  await expectSteady(tab)

  await signInBy(tab, { flow: 'Redirect' })
  await expectSteady(tab)
  await chatRows(tab).click()
  await tab.css('.talk-scroller').appears()
  await expectSteady(tab)
  for (const [link, name] of [
    ['a[href="/archives"]', 'Archives'],
    ['.who', /account/i],
  ] as const) {
    await tab.css(link).click()
    await expect.poll(() => tab.role('heading', name).count()).toBe(1)
    await expectSteady(tab)
  }
})
