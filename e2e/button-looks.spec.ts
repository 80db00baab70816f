import type { Locator, Page } from '@playwright/test'
import { expectNoViolation } from './support/axe.ts'
import { expect, openPopup, signInButton, test } from './support/fixtures.ts'

const examples = { element: '/examples/plain.html', React: '/examples/react.html' }

const media = {
  usual: {},
  'in high contrast': { forcedColors: 'active' },
  'without motion': { reducedMotion: 'reduce' },
} as const

interface Look {
  dir: string
  contrast: boolean
  still: boolean
}

/** Checks a state of the button in both directions, as it is, in high contrast and without motion. */
async function inEveryLook(page: Page, check: (look: Look) => Promise<void>): Promise<void> {
  for (const [name, settings] of Object.entries(media)) {
    for (const dir of ['ltr', 'rtl']) {
      await test.step(`${dir}, ${name}`, async () => {
        await page.emulateMedia({ forcedColors: null, reducedMotion: null, ...settings })
        await page.evaluate((direction) => {
          document.documentElement.dir = direction
        }, dir)
        await check({
          dir,
          contrast: 'forcedColors' in settings,
          still: 'reducedMotion' in settings,
        })
      })
    }
  }
}

for (const [name, address] of Object.entries(examples)) {
  test(`the button of ${name} in every look: focused, busy, failed, disabled`, async ({ page }) => {
    await page.goto(address)
    const button = signInButton(page)
    const mark = page.locator('.sign-in-mark')
    await expect(button).toBeVisible()
    await inEveryLook(page, async ({ dir, contrast, still }) => {
      // The mark is at the start of the label, and its arrow points in the reading direction.
      expect((await middleOf(mark)) > (await middleOf(button))).toBe(dir === 'rtl')
      await expect(page.locator('.sign-in-mark-arrow')).toHaveCSS(
        'transform',
        dir === 'rtl' ? 'matrix(-1, 0, 0, 1, 0, 0)' : 'none',
      )
      await expect(button).toHaveCSS('transition-duration', still ? '0s' : '0.12s, 0.12s')
      if (contrast) await expectEdge(page, button, 'ButtonText')
    })

    await page.keyboard.press('Tab')
    await expect(button).toBeFocused()
    await inEveryLook(page, async ({ contrast }) => {
      await expect(button).toHaveCSS('outline-style', 'solid')
      await expect(button).toHaveCSS('outline-width', '3px')
      if (contrast) await expect(button).toHaveCSS('outline-color', await system(page, 'Highlight'))
      await expectNoViolation(page)
    })

    const popup = await openPopup(page)
    await popup.getByTestId('login-email-input').waitFor()
    await expect(button).toHaveAttribute('aria-busy', 'true')
    await inEveryLook(page, async ({ still }) => {
      await expect(button).toHaveCSS('cursor', 'progress')
      await expect(mark).toHaveCSS('animation-name', still ? 'none' : 'sign-in-pulse')
      await expectNoViolation(page)
    })

    await popup.close()
    const alert = page.getByRole('alert')
    await expect(alert).toContainText('was closed before you finished')
    // English, whatever the page's language.
    await expect(alert).toHaveAttribute('lang', 'en')
    await inEveryLook(page, async () => {
      await expect(alert).toHaveCSS('border-left-width', '3px')
      await expect(mark).toHaveCSS('animation-name', 'none')
      await expectNoViolation(page)
    })

    await button.evaluate((one) => one.toggleAttribute('disabled', true))
    await inEveryLook(page, async ({ contrast }) => {
      await expect(button).toHaveCSS('cursor', 'not-allowed')
      await expect(button).toHaveCSS('opacity', contrast ? '1' : '0.5')
      if (contrast) await expectEdge(page, button, 'GrayText')
    })
  })
}

test('in a shadow root, a portal to a frame and moved to a frame, the button has its looks and language', async ({
  page,
  stack,
}) => {
  await page.goto(await stack.servePage('places'))
  const places = {
    'Sign in with LiveChat': page,
    'Zaloguj się przez LiveChat': page.frameLocator('#portal'),
    'Mit LiveChat anmelden': page.frameLocator('#moved'),
  }
  for (const [name, place] of Object.entries(places)) {
    const button = place.getByRole('button', { name })
    await expect(button).toHaveCSS('border-radius', '10px')
  }
})

test('both buttons look the same, in every size and theme', async ({ page, context }) => {
  const other = await context.newPage()
  await page.goto(examples.element)
  await other.goto(examples.React)
  for (const size of ['small', 'medium', 'large']) {
    for (const theme of ['light', 'dark', 'auto']) {
      const [element, react] = await Promise.all([
        drawingOf(page, size, theme),
        drawingOf(other, size, theme),
      ])
      expect(react).toEqual(element)
    }
  }
  const [small, large] = [
    await drawingOf(page, 'small', 'dark'),
    await drawingOf(page, 'large', 'light'),
  ]
  expect(small.height).toBe(36)
  expect(large.height).toBe(52)
  expect(large.width).toBeGreaterThan(small.width * 2)
  expect(large.background).not.toBe(small.background)
})

/** The button's paths, box and colours, after any transition. */
async function drawingOf(page: Page, size: string, theme: string) {
  const frame = page.locator('div.sign-in-with-livechat')
  await expect(frame).toBeVisible()
  return frame.evaluate(
    (one: HTMLElement, wishes) => {
      Object.assign(one.dataset, wishes)
      const button = one.querySelector<HTMLElement>('.sign-in-button')
      if (!button) throw new Error('There is no button.')
      button.style.transition = 'none'
      const { width, height } = button.getBoundingClientRect()
      const style = getComputedStyle(button)
      const mark = button.querySelector('svg')
      return {
        width,
        height,
        viewBox: mark?.getAttribute('viewBox'),
        paths: [...button.querySelectorAll('path')].map((path) => path.getAttribute('d')),
        mark: mark && getComputedStyle(mark).color,
        background: style.backgroundColor,
        ink: style.color,
        font: style.font,
        padding: style.padding,
        radius: style.borderRadius,
      }
    },
    { size, theme },
  )
}

async function middleOf(part: Locator): Promise<number> {
  const box = await part.boundingBox()
  return box ? box.x + box.width / 2 : Number.NaN
}

/** In high contrast only a border tells a button from its page. */
async function expectEdge(page: Page, button: Locator, colour: string): Promise<void> {
  await expect(button).toHaveCSS('border-top-style', 'solid')
  await expect(button).toHaveCSS('border-top-width', '1px')
  await expect(button).toHaveCSS('border-top-color', await system(page, colour))
}

/** A colour of the agent's system, as the page computes it. */
function system(page: Page, colour: string): Promise<string> {
  return page.evaluate((name) => {
    const swatch = document.createElement('i')
    swatch.style.color = name
    document.body.append(swatch)
    const { color } = getComputedStyle(swatch)
    swatch.remove()
    return color
  }, colour)
}
