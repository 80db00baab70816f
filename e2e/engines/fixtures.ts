import { writeFile } from 'node:fs/promises'
import { openerHeaders } from '../../scripts/security-headers.ts'
import { test as base, expect } from '../support/core-page.ts'
import { clientId } from '../support/fixtures.ts'
import type { TestPageName } from '../support/servers.ts'
import { Browser, type Page } from './browser.ts'
import { type Engine, startEngine } from './engines.ts'
import { type Front, startFront } from './front.ts'

interface EngineFixtures {
  /** The host the app is opened from, which LiveChat knows. */
  front: Front
  /** Serves a test page with the headers about openers that ours has, from a host that LiveChat knows. */
  serveIsolated: (name: TestPageName) => Promise<Front>
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
  serveIsolated: async ({ stack, world }, use) => {
    const fronts: Front[] = []
    await use(async (name) => {
      const front = await startFront(await stack.servePage(name), openerHeaders)
      fronts.push(front)
      world.clients.get(clientId)?.redirectUris.push(front.url)
      return front
    })
    for (const front of fronts) await front.close()
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
