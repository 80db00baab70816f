import type { Bench, Group } from './bench.ts'
import { type Contender, costOf, race } from './race.ts'

const rounds = { warmUp: 1, counted: 5 }

/** The page before anybody has signed in, on a slow line and a slow machine. */
export const signInPage: Group = {
  name: 'page',
  title: 'The sign-in page',
  async measure(bench) {
    const { app, pages } = bench.servers.addresses.slow4g
    const contender = (name: string, url: string): Contender<Visit> => ({
      name,
      run: () => visit(bench, url),
    })
    const visits = await race(
      [
        contender('react-dom alone', `${pages}/bare-react.html`),
        contender('the app', `${app}/`),
        contender('@auth0/auth0-react', `${pages}/auth0-react.html`),
      ],
      rounds,
    )
    const floor = 'react-dom alone'
    return [
      {
        work: 'sign-in page: button painted, slow 4G, processor 4 times slower',
        unit: 'ms',
        samples: costOf(visits, ({ painted }) => painted),
        floor,
        goal: '≤ 1.1',
      },
      {
        work: 'sign-in page: script on the wire (brotli)',
        unit: 'KB',
        samples: costOf(visits, ({ script }) => script),
        floor,
        goal: '≤ 70 KB',
      },
    ]
  },
}

interface Visit {
  /** Milliseconds until the button is painted. */
  painted: number
  /** Kilobytes of script asked for until then, or until the page has loaded. */
  script: number
}

async function visit({ servers, browser }: Bench, url: string): Promise<Visit> {
  const context = await servers.openContext(browser)
  const page = await context.newPage()
  await page.slowDown(4)
  await page.goto(url)
  await page.evaluate(async () => void (await window.bench.when('button')))
  await servers.quiet('slow4g')
  const visited = await page.evaluate(() => {
    const painted = (window.bench.times.button ?? Number.NaN) - performance.timeOrigin
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
    const needed = Math.max(painted, navigation?.loadEventStart ?? 0)
    const resources = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
    const scripts = resources.filter((one) => /\.js$/.test(one.name) && one.startTime < needed)
    const bytes = scripts.reduce((sum, one) => sum + one.encodedBodySize, 0)
    return { painted, script: bytes / 1000 }
  })
  await context.close()
  return visited
}
