import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openCorePage, openCorePopup, stateOf, test } from './support/core-page.ts'
import { clientId, expect, expectChats, fillInLogin, openPopup } from './support/fixtures.ts'

/** The oldest browsers each entry point works in, as docs/browsers.md has it. */
const oldest = [
  [
    '`.`, `./react`, `./embed`, `./accounts-sdk`, `./agent-chat`, `./accounts-api`',
    109,
    115,
    '16.4',
  ],
  ['The app of this repository', 111, 115, '16.4'],
] as const

/** Features that one of those browsers lacks; the first are in the app's. */
const youngerThanApp = [
  ['Array', 'fromAsync'],
  ['Promise', 'withResolvers'],
  ['Promise', 'try'],
  ['AbortSignal', 'any'],
  ['Crypto.prototype', 'randomUUID'],
  ['URL', 'canParse'],
  ['URL', 'parse'],
  ['Object', 'groupBy'],
  ['Map', 'groupBy'],
  ['Intl', 'Segmenter'],
  ['Intl', 'DurationFormat'],
  ['Response', 'json'],
  ['String.prototype', 'isWellFormed'],
  ['String.prototype', 'toWellFormed'],
  ['Set.prototype', 'union'],
  ['Set.prototype', 'intersection'],
  ['Set.prototype', 'difference'],
  ['ArrayBuffer.prototype', 'transfer'],
  ['Uint8Array', 'fromBase64'],
  ['Uint8Array.prototype', 'toBase64'],
  ['Iterator.prototype', 'map'],
  ['Iterator.prototype', 'filter'],
  ['Iterator.prototype', 'toArray'],
  ['Element.prototype', 'checkVisibility'],
  ['Element.prototype', 'ariaBusy'],
  ['Element.prototype', 'ariaExpanded'],
  ['HTMLElement.prototype', 'showPopover'],
  ['Document.prototype', 'startViewTransition'],
  ['Navigator.prototype', 'userActivation'],
  ['globalThis', 'navigation'],
  ['globalThis', 'requestIdleCallback'],
  ['globalThis', 'scheduler'],
  ['globalThis', 'cookieStore'],
] as const
const youngerThanPackage = [
  ...youngerThanApp,
  ['Array.prototype', 'toReversed'],
  ['Array.prototype', 'toSorted'],
  ['Array.prototype', 'toSpliced'],
  ['Array.prototype', 'with'],
] as const

/** Takes features from a page, before its scripts run. */
function without(features: readonly (readonly [holder: string, name: string])[]) {
  for (const [holder, name] of features) {
    const object = holder
      .split('.')
      .reduce<unknown>((one, part) => Reflect.get(Object(one), part), globalThis)
    if (typeof object === 'object' || typeof object === 'function') {
      if (object) Reflect.deleteProperty(object, name)
    }
  }
}

for (const grantType of ['implicit', 'code'] as const) {
  test(`the core signs in without what older browsers lack, ${grantType} grant`, async ({
    page,
    corePageUrl,
    stack,
    world,
  }) => {
    world.clients.get(clientId)?.redirectUris.push(corePageUrl)
    await page.addInitScript(without, youngerThanPackage)
    await openCorePage(page, corePageUrl, [{ clientId, accountsUrl: stack.accountsUrl, grantType }])
    expect(await page.evaluate(() => 'withResolvers' in Promise || 'toSorted' in [])).toBe(false)
    await fillInLogin(await openCorePopup(page))
    await expect(stateOf(page)).toHaveText('signed-in')
  })
}

for (const example of ['plain', 'react']) {
  test(`the ${example} example signs in without what older browsers lack`, async ({ page }) => {
    await page.addInitScript(without, youngerThanPackage)
    await page.goto(`/examples/${example}.html`)
    await fillInLogin(await openPopup(page))
    await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible()
  })
}

test('the app shows chats without what older browsers lack', async ({ page }) => {
  await page.addInitScript(without, youngerThanApp)
  await page.goto('/')
  await fillInLogin(await openPopup(page))
  await expectChats(page)
})

test('a browser too old for the app is told so in a sentence', async ({ page }) => {
  await page.addInitScript(without, [['AbortSignal', 'timeout']] as const)
  await page.goto('/')
  await expect(page.getByText('This browser is too old')).toBeVisible()
  await page.goto('/examples/plain.html')
  await expect(page.getByRole('alert')).toContainText('This browser is too old')
})

test('docs/browsers.md names the oldest browsers that are tested', async () => {
  const document = await readFile(join(import.meta.dirname, '../docs/browsers.md'), 'utf8')
  for (const cells of oldest) expect(document).toContain(`| ${cells.join(' | ')} |`)
})
