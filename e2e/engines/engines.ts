import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { pathOf } from './programs.ts'
import { overHttp, overMarionette, type Send } from './webdriver.ts'

export type Engine = 'Chromium' | 'Firefox' | 'WebKit'

/** A browser that was started for one test. */
export interface StartedBrowser {
  send: Send
  stop(): Promise<void>
}

export function startEngine(engine: Engine): Promise<StartedBrowser> {
  return { Chromium: startChromium, Firefox: startFirefox, WebKit: startWebKit }[engine]()
}

async function startChromium(): Promise<StartedBrowser> {
  const port = await freePort()
  const driver = run(pathOf('chromedriver'), [`--port=${port}`])
  const url = `http://127.0.0.1:${port}`
  await untilUp(url)
  const send = await overHttp(url, {
    browserName: 'chrome',
    'goog:chromeOptions': {
      binary: pathOf('chromium'),
      args: [
        '--headless=new',
        '--disable-gpu',
        '--no-first-run',
        '--disable-component-update',
        '--window-size=1280,900',
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
      // What an agent's browser has, and the driver turns off.
      excludeSwitches: ['disable-popup-blocking', 'disable-back-forward-cache'],
    },
  })
  return { send, stop: () => stop(send, driver) }
}

async function startFirefox(): Promise<StartedBrowser> {
  const profile = await mkdtemp(join(tmpdir(), 'firefox-'))
  await writeFile(join(profile, 'user.js'), preferences(firefoxSettings))
  const firefox = run(pathOf('firefox-esr'), ['--headless', '--marionette', '--profile', profile], {
    MOZ_CRASHREPORTER_DISABLE: '1',
    MOZ_HEADLESS_WIDTH: '1280',
    MOZ_HEADLESS_HEIGHT: '900',
  })
  const portFile = join(profile, 'MarionetteActivePort')
  // The file is there before its content is.
  let port = 0
  while (!port) {
    await wait(50)
    port = Number(await readFile(portFile, 'utf8').catch(() => ''))
  }
  const send = await overMarionette(port)
  return {
    send,
    async stop() {
      await stop(send, firefox)
      await rm(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

const firefoxSettings = {
  'marionette.port': 0,
  // What an agent's browser has, and Marionette's recommendations turn off.
  'remote.prefs.recommended': false,
  'dom.disable_open_during_load': true,
  // Nothing but the pages under test.
  'app.update.disabledForTesting': true,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.startup.page': 0,
  'browser.aboutwelcome.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,',
  'signon.rememberSignons': false,
  'termsofuse.bypassNotification': true,
  'toolkit.telemetry.enabled': false,
}

function preferences(settings: Record<string, string | number | boolean>): string {
  return Object.entries(settings)
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`)
    .join('\n')
}

async function startWebKit(): Promise<StartedBrowser> {
  const port = await freePort()
  const driver = run(pathOf('WebKitWebDriver'), [`--port=${port}`], {
    DISPLAY: await display(),
    NO_AT_BRIDGE: '1',
    GTK_A11Y: 'none',
    GDK_BACKEND: 'x11',
    WEBKIT_DISABLE_DMABUF_RENDERER: '1',
    WEBKIT_DISABLE_COMPOSITING_MODE: '1',
  })
  const url = `http://127.0.0.1:${port}`
  await untilUp(url)
  const send = await overHttp(url, {
    // A page that comes back from the back/forward cache never loads, and the driver would wait for it.
    pageLoadStrategy: 'none',
    'webkitgtk:browserOptions': {
      binary: pathOf('MiniBrowser'),
      args: ['--automation', '--geometry=1280x900'],
    },
  })
  return { send, stop: () => stop(send, driver) }
}

let xvfb: Promise<string> | undefined

/** The screen of this worker, which WebKit draws to. */
function display(): Promise<string> {
  xvfb ??= new Promise((resolve, reject) => {
    const server = spawn(
      pathOf('Xvfb'),
      ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'],
      {
        stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
      },
    )
    server.on('error', reject)
    process.on('exit', () => server.kill())
    const lines = createInterface({ input: server.stdio[3] as NodeJS.ReadableStream })
    lines.once('line', (number) => resolve(`:${number}`))
  })
  return xvfb
}

function run(command: string, args: string[], environment: Record<string, string> = {}) {
  const child = spawn(command, args, {
    stdio: process.env.DEBUG_ENGINES ? 'inherit' : 'ignore',
    env: { ...process.env, ...environment },
    detached: true,
  })
  started.add(child)
  return child
}

/** What runs now; a worker that ends takes it along. */
const started = new Set<ChildProcess>()
process.on('exit', () => started.forEach(kill))

/** Ends a program with all it started: a driver does not always take its browser along. */
function kill(child: ChildProcess): void {
  try {
    if (child.pid) process.kill(-child.pid, 'SIGKILL')
  } catch {
    // It has ended.
  }
  started.delete(child)
}

async function stop(send: Send, child: ChildProcess): Promise<void> {
  await Promise.race([send('DeleteSession').catch(() => {}), wait(2_000)])
  kill(child)
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (typeof address !== 'object' || !address) throw new Error('No port is free.')
  return address.port
}

async function untilUp(url: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const isUp = await fetch(`${url}/status`).then(
      () => true,
      () => false,
    )
    if (isUp) return
    await wait(50)
  }
  throw new Error(`Nothing answers at ${url}.`)
}
