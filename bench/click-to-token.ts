import type { Bench, Group, Line } from './bench.ts'
import type { Context, Page } from './browser.ts'
import { until } from './browser.ts'
import { timesSinceClick } from './instrument.ts'
import { type Contender, costOf, race, type Samples } from './race.ts'

const rounds = { warmUp: 2, counted: 8 }

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
    return [
      ...linesOf('click → token, pop-up, implicit grant', popup, {
        goal: '≤ 1.1',
        steps: ['window', 'message', 'unchecked'],
      }),
      checkOf('pop-up', popup),
      ...linesOf('click → token, pop-up, code grant', code, { goal: '≤ 1.05', steps: ['message'] }),
      ...linesOf('click → token, redirect', redirect, { goal: '≤ 1.05', steps: ['unchecked'] }),
      checkOf('redirect', redirect),
    ]
  },
}

/** Milliseconds from the click, by what happened then; `check` are those of the request that checks the token. */
type Times = Record<string, number>

/** What happens on the way to the token. */
const steps = {
  window: 'until the window is asked for',
  message: 'until its message',
  unchecked: 'until the token, not checked yet',
}

function linesOf(
  work: string,
  times: Samples<Times>,
  { goal, ...line }: { goal: string; steps: (keyof typeof steps)[] },
): Line[] {
  const lineOf = (name: string, read: (times: Times) => number | undefined, goal: string) => ({
    work: name,
    unit: 'ms' as const,
    floor: 'floor',
    samples: costOf(times, (own) => read(own) ?? Number.NaN),
    goal,
  })
  return [
    lineOf(work, ({ token }) => token, goal),
    // Who does not ask LiveChat about the token has it for good at once.
    ...line.steps.map((step) => lineOf(steps[step], (own) => own[step] ?? own.token, '')),
  ]
}

/** What the request for whose the token is takes those who send it: a preflight and a GET, on a connection of its own. */
function checkOf(flow: string, times: Samples<Times>): Line {
  const checking = Object.entries(times).filter(([, all]) => all.every(({ check }) => check))
  const samples = costOf(Object.fromEntries(checking), ({ check = Number.NaN }) => check)
  return { work: `of it the check of the token, ${flow}`, unit: 'ms', samples, goal: '' }
}

function contender(
  { servers }: Bench,
  context: Context,
  { name, file, button }: { name: string; file: string; button: string },
): Contender<Times> {
  return {
    name,
    async run() {
      const page = await context.newPage()
      await page.goto(`${servers.addresses.local.pages}/${file}.html`)
      await page.evaluate(() => sessionStorage.clear())
      await servers.quiet('local')
      await page.click(button)
      let times: Times = {}
      // After a redirect the page that was asked is gone.
      await until(async () => {
        times = await timesSinceClick(page, 'token')
        return true
      })
      const check = await durationOf(page, '/v2/info')
      if (check !== undefined) times.check = check
      await context.popupsClosed()
      await page.close()
      return times
    },
  }
}

/** Milliseconds of the page's last request for a path, preflight included. */
function durationOf(page: Page, path: string): Promise<number | undefined> {
  return page.evaluate(
    (end) =>
      performance
        .getEntriesByType('resource')
        .findLast(({ name }) => new URL(name).pathname === end)?.duration,
    path,
  )
}
