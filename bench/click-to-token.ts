import type { Bench, Group, Line } from './bench.ts'
import type { Context } from './browser.ts'
import { until } from './browser.ts'
import { sinceClick } from './instrument.ts'
import { type Contender, race } from './race.ts'

const rounds = { warmUp: 2, counted: 12 }

/** From the click on a button to the moment a page has the token, with a window that responds by itself. */
export const clickToToken: Group = {
  name: 'token',
  title: 'From the click to the token',
  async measure(bench) {
    const context = await bench.servers.openContext(bench.browser)
    const pages = (button: string, names: Record<string, string>) =>
      Object.entries(names).map(([name, file]) => contender(bench, context, { name, file, button }))
    const popup = await race(
      [
        ...pages('#popup', {
          floor: 'floor',
          core: 'core',
          '@livechat/accounts-sdk': 'accounts-sdk',
        }),
        ...pages('#root button', { React: 'react' }),
        ...pages('sign-in-with-livechat', { element: 'element' }),
      ],
      rounds,
    )
    const code = await race(
      pages('#code', { floor: 'floor', core: 'core', 'oidc-client-ts': 'oidc-client' }),
      rounds,
    )
    const redirect = await race(
      pages('#redirect', {
        floor: 'floor',
        core: 'core',
        '@livechat/accounts-sdk': 'accounts-sdk',
      }),
      rounds,
    )
    await context.close()
    const common = { unit: 'ms', floor: 'floor' } as const
    return [
      { ...common, work: 'click → token, pop-up, implicit grant', samples: popup, goal: '≤ 1.1' },
      { ...common, work: 'click → token, pop-up, code grant', samples: code, goal: '≤ 1.05' },
      { ...common, work: 'click → token, redirect', samples: redirect, goal: '≤ 1.05' },
    ] satisfies Line[]
  },
}

function contender(
  { servers }: Bench,
  context: Context,
  { name, file, button }: { name: string; file: string; button: string },
): Contender {
  return {
    name,
    async run() {
      const page = await context.newPage()
      await page.goto(`${servers.addresses.local.pages}/${file}.html`)
      await page.evaluate(() => sessionStorage.clear())
      await servers.quiet('local')
      await page.click(button)
      let cost = Number.NaN
      // After a redirect the page that was asked is gone.
      await until(async () => {
        cost = await sinceClick(page, 'token')
        return true
      })
      await context.popupsClosed()
      await page.close()
      return cost
    },
  }
}
