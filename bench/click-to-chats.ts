import type { Bench, Group, Line } from './bench.ts'
import type { Context } from './browser.ts'
import { sinceClick } from './instrument.ts'
import { type Contender, race } from './race.ts'
import type { Network } from './servers.ts'

/** From the click on the sign-in button to the frame that shows the first chat. */
export const clickToChats: Group = {
  name: 'chats',
  title: 'From the click to the chats',
  async measure(bench) {
    const cold = (network: Network) => contenders(bench, network, () => openCold(bench))
    const warmContext = await bench.servers.openContext(bench.browser)
    const warm = contenders(bench, 'local', async () => ({
      context: warmContext,
      close: () => warmContext.popupsClosed(),
    }))
    const common = { unit: 'ms', floor: 'floor' } as const
    const lines: Line[] = [
      {
        ...common,
        work: 'click → first chat row, slow 4G, cold',
        samples: await race(cold('slow4g'), { warmUp: 1, counted: 5 }),
        goal: '≤ 1.1',
      },
      {
        ...common,
        work: 'click → first chat row, local, warm',
        samples: await race(warm, { warmUp: 3, counted: 11 }),
        goal: '≤ 1.3',
      },
      {
        ...common,
        work: 'click → first chat row, local, cold',
        samples: await race(cold('local'), { warmUp: 1, counted: 9 }),
        goal: '≤ 1.3',
      },
    ]
    await warmContext.close()
    return lines
  },
}

interface Opened {
  context: Context
  close(): Promise<void>
}

/** Nothing is cached, and no server has been spoken to. */
async function openCold({ servers, browser }: Bench): Promise<Opened> {
  const context = await servers.openContext(browser)
  return { context, close: () => context.close() }
}

function contenders(bench: Bench, network: Network, open: () => Promise<Opened>): Contender[] {
  const { app, pages } = bench.servers.addresses[network]
  const run = (url: string, button: string) => async () => {
    const { context, close } = await open()
    const page = await context.newPage()
    await page.goto(url)
    // The agent reads the page before the click; what it fetches meanwhile is there by then.
    await bench.servers.quiet(network)
    await page.click(button)
    const cost = await sinceClick(page, 'row')
    await page.close()
    await close()
    return cost
  }
  return [
    { name: 'floor', run: run(`${pages}/floor.html`, '#chats') },
    { name: 'the app', run: run(`${app}/`, 'button') },
  ]
}
