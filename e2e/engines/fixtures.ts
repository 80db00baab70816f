import { writeFile } from 'node:fs/promises'
import { openerHeaders } from '../../scripts/security-headers.ts'
import { test as base, expect } from '../support/core-page.ts'
import { clientId } from '../support/fixtures.ts'
import { Browser, type Page } from './browser.ts'
import { type Engine, startEngine } from './engines.ts'
import { type Front, startFront } from './front.ts'

interface EngineFixtures {
  /** The host the app is opened from, which LiveChat knows. */
  front: Front
  /** The host of a page with the core alone, with the headers about openers that ours has. */
  coreFront: Front
  engineBrowser: Browser
  /** The window the browser begins with. */
  tab: Page
}

/** The sandbox and the built app as for every browser test, and one of three browsers, begun anew. */
export const test = base.extend<EngineFixtures, { engine: Engine }>({
  engine: ['Chromium', { option: true, scope: 'worker' }],
  front: async ({ stack, world }, use) => {
    const front = await startFront(stack.appUrl)
    world.clients.get(clientId)?.redirectUris.push(front.url)
    await use(front)
    await front.close()
    expect(front.violations).toEqual([])
  },
  coreFront: async ({ corePageUrl, world }, use) => {
    const front = await startFront(corePageUrl, openerHeaders)
    world.clients.get(clientId)?.redirectUris.push(front.url)
    await use(front)
    await front.close()
  },
  engineBrowser: async ({ engine }, use, info) => {
    const started = await startEngine(engine)
    const browser = new Browser(started.send)
    await use(browser)
    if (info.status === 'failed') {
      for (const [index, image] of (await browser.screenshots()).entries()) {
        await writeFile(info.outputPath(`window-${index + 1}.png`), image)
      }
    }
    await started.stop()
  },
  tab: async ({ engineBrowser, front }, use) => {
    const tab = await engineBrowser.first(front.url)
    await use(tab)
  },
})

export { expect }
