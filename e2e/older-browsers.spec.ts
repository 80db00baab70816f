import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { rolldown } from 'rolldown'
import { openCorePage, openCorePopup, stateOf, test } from './support/core-page.ts'
import { clientId, expect, expectChats, fillInLogin, openPopup } from './support/fixtures.ts'

/** Versions of Chrome (and Edge), Firefox and Safari. */
type Versions = readonly [chrome: number, firefox: number, safari: number]

/** The oldest browsers that work. */
const oldest = {
  package: [109, 115, 16.4],
  app: [111, 115, 16.4],
} as const satisfies Record<string, Versions>

/** What each entry point needs; a test below uses it in a browser without anything younger. */
const needs: Record<string, Versions> = {
  '`.`': oldest.package,
  '`./react`': oldest.package,
  '`./embed`': oldest.package,
  '`./accounts-sdk`': oldest.package,
  '`./agent-chat`': oldest.package,
  '`./accounts-api`': oldest.package,
  'The app of this repository': oldest.app,
}

/** Where each younger feature is found, and the first browsers that have it. */
const features: readonly (readonly [holder: string, name: string, since: Versions])[] = [
  ['Array', 'fromAsync', [121, 115, 16.4]],
  ['Promise', 'withResolvers', [119, 121, 17.4]],
  ['Promise', 'try', [128, 134, 18.2]],
  ['AbortSignal', 'any', [116, 124, 17.4]],
  ['URL', 'canParse', [120, 115, 17]],
  ['URL', 'parse', [126, 126, 18]],
  ['Object', 'groupBy', [117, 119, 17.4]],
  ['Map', 'groupBy', [117, 119, 17.4]],
  ['Intl', 'Segmenter', [87, 125, 14.1]],
  ['Intl', 'DurationFormat', [129, 136, 16.4]],
  ['Response', 'json', [105, 115, 17]],
  ['String.prototype', 'isWellFormed', [111, 119, 16.4]],
  ['String.prototype', 'toWellFormed', [111, 119, 16.4]],
  ['Array.prototype', 'toReversed', [110, 115, 16]],
  ['Array.prototype', 'toSorted', [110, 115, 16]],
  ['Array.prototype', 'toSpliced', [110, 115, 16]],
  ['Array.prototype', 'with', [110, 115, 16]],
  ['Set.prototype', 'union', [122, 127, 17]],
  ['Set.prototype', 'intersection', [122, 127, 17]],
  ['Set.prototype', 'difference', [122, 127, 17]],
  ['ArrayBuffer.prototype', 'transfer', [114, 122, 17.4]],
  ['Uint8Array', 'fromBase64', [140, 133, 18.2]],
  ['Uint8Array.prototype', 'toBase64', [140, 133, 18.2]],
  ['Iterator.prototype', 'map', [122, 131, 18.4]],
  ['Iterator.prototype', 'filter', [122, 131, 18.4]],
  ['Iterator.prototype', 'toArray', [122, 131, 18.4]],
  ['Element.prototype', 'checkVisibility', [105, 106, 17.4]],
  ['Element.prototype', 'ariaBusy', [81, 119, 12.1]],
  ['Element.prototype', 'ariaExpanded', [81, 119, 12.1]],
  ['HTMLElement.prototype', 'showPopover', [114, 125, 17]],
  ['Document.prototype', 'startViewTransition', [111, 144, 18]],
  ['Navigator.prototype', 'userActivation', [72, 120, 16.4]],
  ['globalThis', 'navigation', [102, 147, 26.2]],
  ['globalThis', 'requestIdleCallback', [47, 55, Number.POSITIVE_INFINITY]],
  ['globalThis', 'scheduler', [94, 142, Number.POSITIVE_INFINITY]],
  ['globalThis', 'cookieStore', [87, 140, 18.4]],
]

/** The features that one of these browsers lacks. */
function youngerThan(versions: Versions) {
  return features.filter(([, , since]) =>
    since.some((one, browser) => one > (versions[browser] ?? 0)),
  )
}

/** Takes features from a page, before its scripts run. */
function without(absent: readonly (readonly [holder: string, name: string, ...unknown[]])[]) {
  for (const [holder, name] of absent) {
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
    await page.addInitScript(without, youngerThan(oldest.package))
    await openCorePage(page, corePageUrl, [{ clientId, accountsUrl: stack.accountsUrl, grantType }])
    expect(await page.evaluate(() => 'withResolvers' in Promise || 'toSorted' in [])).toBe(false)
    await fillInLogin(await openCorePopup(page))
    await expect(stateOf(page)).toHaveText('signed-in')
  })
}

for (const example of ['plain', 'react']) {
  test(`the ${example} example signs in without what older browsers lack`, async ({ page }) => {
    await page.addInitScript(without, youngerThan(oldest.package))
    await page.goto(`/examples/${example}.html`)
    await fillInLogin(await openPopup(page))
    await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible()
  })
}

test('the app shows chats without what older browsers lack', async ({ page }) => {
  await page.addInitScript(without, youngerThan(oldest.app))
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

for (const [locale, language, note] of [
  ['de-AT', 'de', 'Dieser Browser ist zu alt'],
  ['zh-TW', 'zh-Hant', '此瀏覽器版本過舊'],
  ['ar', 'ar', 'هذا المتصفح قديم'],
  ['sv', 'en', 'This browser is too old'],
] as const) {
  test.describe(() => {
    test.use({ locale })
    test(`a browser in ${locale} too old for the app is told so in ${language}`, async ({
      page,
    }) => {
      await page.addInitScript(without, [['AbortSignal', 'timeout']] as const)
      await page.goto('/')
      const root = page.locator('#root')
      await expect(root).toContainText(note)
      await expect(root).toHaveAttribute('lang', language)
      await expect(root).toHaveCSS('direction', language === 'ar' ? 'rtl' : 'ltr')
    })
  })
}

test('the drop-in signs in without what older browsers lack', async ({ page, stack, world }) => {
  const origin = await stack.servePage('sample')
  world.clients.get(clientId)?.redirectUris.push(origin)
  await page.addInitScript(without, youngerThan(oldest.package))
  await page.goto(`${origin}/?accounts=${encodeURIComponent(stack.accountsUrl)}&grant=code`)
  const opened = page.waitForEvent('popup')
  await page.getByRole('button', { name: 'Popup' }).click()
  await fillInLogin(await opened)
  await expect(page.locator('output')).toContainText('"access_token":"dal:')
})

test('the API clients read chats and the account without what older browsers lack', async ({
  page,
  stack,
  openSignedIn,
}) => {
  await page.addInitScript(without, youngerThan(oldest.package))
  await openSignedIn(page, {})
  await page.evaluate(await bundle('agent-chat', 'createAgentChatClient'))
  await page.evaluate(await bundle('accounts-api', 'createAccountsClient'))
  const [chats, name] = await page.evaluate(async (apiUrl) => {
    const [client] = clients
    if (!client) throw new Error('The page has a client.')
    const agentChat = createAgentChatClient({ ...client, apiUrl })
    const { chats } = await agentChat.listChats()
    return [chats.length, (await createAccountsClient(client).getAccount())?.name]
  }, stack.apiUrl)
  expect(chats).toBeGreaterThan(0)
  expect(name).toBe('Ada Agent')
})

declare global {
  var createAgentChatClient: typeof import('../src/agent-chat/index.ts').createAgentChatClient
  var createAccountsClient: typeof import('../src/accounts-api/index.ts').createAccountsClient
}

/** A script that gives a page one function of an entry point. */
async function bundle(entryPoint: string, name: string): Promise<string> {
  const input = join(import.meta.dirname, '../src', entryPoint, 'index.ts')
  const bundled = await rolldown({ input, platform: 'browser' })
  const { output } = await bundled.generate({ format: 'iife', name: 'entryPoint', minify: true })
  return `${output[0].code};globalThis.${name} = entryPoint.${name}`
}

for (const file of ['README.md', 'docs/browsers.md']) {
  test(`${file} has the table of the oldest browsers that are tested`, async () => {
    const path = join(import.meta.dirname, '..', file)
    const document = await readFile(path, 'utf8')
    const rows = Object.values(oldest).map((versions) => {
      const names = Object.keys(needs).filter((name) => needs[name] === versions)
      return `| ${[names.join(', '), ...versions].join(' | ')} |`
    })
    const table = [
      '| Entry point | Chrome, Edge | Firefox | Safari |',
      '| --- | --- | --- | --- |',
      ...rows,
    ].join('\n')
    const current = document.replace(/\| Entry point \|.*\n(?:\|.*\n)*/, `${table}\n`)
    if (test.info().config.updateSnapshots === 'all') await writeFile(path, current)
    else expect(document).toBe(current)
  })
}
