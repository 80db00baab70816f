import { type ChildProcess, type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test'
import { preview } from 'vite'
import { ensureChromium } from '../scripts/chromium.ts'
import { securityHeaders } from '../scripts/security-headers.ts'

/**
 * `npm run test:package`: installs the packed package in other projects and signs in with each; see consumers/README.md.
 * `npm run test:package -- next vue` does so with these two only.
 *
 * The sandbox and `./testing` are the packed ones too.
 */
const root = join(import.meta.dirname, '..')
const work = await mkdtemp(join(tmpdir(), 'sign-in-consumers-'))
const firstPort = Number(process.env.PACKAGE_TEST_PORT ?? 4780)
const accountsUrl = `http://localhost:${firstPort}`
const apiUrl = `http://localhost:${firstPort + 1}`
const clientId = '9cbf3a968289727cb3cdfe83ab1d9836'

interface Project {
  /** What its pages show to a signed-in agent. */
  says: RegExp
  /** Default: the page at its root. */
  pages?: string[]
  /** The folder that is served; default: `dist`. */
  folder?: string
  /** What else an agent sees who is signed in. */
  goesOn?: (page: Page, context: BrowserContext) => Promise<void>
  /** Served with the app's headers; a violation of the policy fails the test. */
  strict?: boolean
  /** Has a server of its own, `npm start`, in place of a folder. */
  hasServer?: boolean
}

const projects: Record<string, Project> = {
  'vite-react-19': { says: /Signed in, 10 chats/ },
  'react-18': { says: /Signed in for 480 min/ },
  'react-17': { says: /Signed in as [\w-]+/ },
  bundler: { says: /Signed in, \d+ scopes, access_token/ },
  inbox: { says: /\w: \w/, goesOn: showsCustomer },
  next: { says: /Signed in, 10 chats/, folder: 'out' },
  'next-server': { says: /Signed in, 10 chats/, hasServer: true },
  'react-router': { says: /Signed in, 10 chats/, folder: 'build/client' },
  vue: { says: /Signed in, \d+ scopes/ },
  svelte: { says: /Signed in, \d+ scopes/ },
  jsx: { says: /Signed in, \d+ scopes/ },
  node16: { says: /Signed in, \d+ scopes/, folder: '.' },
  'script-tag': {
    says: /You are signed in|Signed in, access_token/,
    pages: ['implicit.html', 'code.html', 'accounts-sdk.html'],
    strict: true,
  },
}

/** The app of the projects that have a server. */
const serverApp = { clientId: 'server-side-app', secret: 'only the server knows' }

/** Projects that share the session: a second tab is signed in at once. */
const sharing = ['react-18']

try {
  const tarball = await pack()
  const names = (await listProjects()).filter(isWanted)
  await Promise.all(names.map((name) => prepare(name, tarball)))
  await signInEverywhere(names)
  console.log(`The package works in ${names.length} projects.`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  await rm(work, { recursive: true, force: true })
}

async function pack(): Promise<string> {
  await run('npm', ['run', '--silent', 'build:lib'], root)
  const printed = await run('npm', ['pack', '--silent', '--pack-destination', work], root)
  return join(work, printed.trim().split('\n').at(-1) ?? '')
}

/** Projects named on the command line, and the one whose sandbox all use; default: all. */
function isWanted(name: string): boolean {
  const wanted = process.argv.slice(2)
  return wanted.length === 0 || wanted.includes(name) || name === 'node16'
}

async function listProjects(): Promise<string[]> {
  const entries = await readdir(join(root, 'consumers'), { withFileTypes: true })
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
}

async function prepare(name: string, tarball: string): Promise<void> {
  const folder = join(work, name)
  await cp(join(root, 'consumers', name), folder, {
    recursive: true,
    filter: (path) => !/node_modules|dist|built/.test(path.slice(root.length)),
  })
  const quiet = ['--prefer-offline', '--no-audit', '--no-fund', '--no-package-lock', '--silent']
  await run('npm', ['install', tarball, ...quiet], folder)
  await run('npm', ['run', '--silent', 'check'], folder)
  await run('npm', ['run', '--silent', 'build'], folder)
  console.log(`${name}: installed, checked, built`)
}

async function signInEverywhere(names: string[]): Promise<void> {
  const origins = names.map((_, index) => `http://localhost:${firstPort + 2 + index}`)
  const sandbox = await startPackedSandbox(origins)
  const browser = await chromium.launch({
    executablePath: ensureChromium().chromium,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  try {
    for (const [index, name] of names.entries()) {
      await signInOn(browser, name, origins[index] ?? '')
      console.log(`${name}: signed in`)
    }
  } finally {
    await browser.close()
    sandbox.kill()
  }
}

async function signInOn(browser: Browser, name: string, origin: string) {
  const project = projects[name]
  if (!project) throw new Error(`${name}: what does its page say to an agent who signed in?`)
  const stop = project.hasServer
    ? await startOwnServer(name, origin)
    : await servePages(name, origin, project)
  try {
    for (const page of project.pages ?? ['']) {
      await signInOnPage(browser, name, `${origin}/${page}`, project)
    }
  } finally {
    await stop()
  }
}

async function servePages(name: string, origin: string, { folder = 'dist', strict }: Project) {
  const server = await preview({
    configFile: false,
    root: join(work, name),
    logLevel: 'error',
    build: { outDir: folder },
    preview: {
      host: '127.0.0.1',
      port: Number(new URL(origin).port),
      strictPort: true,
      headers: strict ? securityHeaders({ accountsUrl, apiUrl }) : {},
    },
  })
  return () => server.close()
}

/** Starts what `npm start` starts, without the process around it. */
async function startOwnServer(name: string, origin: string) {
  const { port } = new URL(origin)
  const child = spawn(join(work, name, 'node_modules/.bin/next'), ['start', '--port', port], {
    cwd: join(work, name),
    env: { ...process.env, ...serverVariables(origin) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await waitForWord(child, 'Ready')
  return async () => {
    child.kill()
    await once(child, 'exit')
  }
}

/** What such a server is told about its app. */
function serverVariables(origin: string): Record<string, string> {
  return {
    ORIGIN: origin,
    ACCOUNTS_URL: accountsUrl,
    LIVECHAT_CLIENT_ID: serverApp.clientId,
    LIVECHAT_CLIENT_SECRET: serverApp.secret,
    COOKIE_SECRET: 'k'.repeat(32),
  }
}

async function signInOnPage(
  browser: Browser,
  name: string,
  url: string,
  { says, goesOn }: Project,
): Promise<void> {
  const { signInThroughSandbox }: typeof import('../src/testing/index.ts') = await import(
    join(packed('node16'), 'lib/testing.js')
  )
  const context = await browser.newContext()
  const page = await context.newPage()
  const failures: string[] = []
  page.on('pageerror', (error) => failures.push(error.message))
  page.on('console', (message) => {
    if (/Content Security Policy|Trusted/.test(message.text())) failures.push(message.text())
  })
  await page.goto(`${url}?accounts=${accountsUrl}&api=${apiUrl}`)
  await signInThroughSandbox(page)
  await page.getByText(says).first().waitFor()
  await goesOn?.(page, context)
  if (sharing.includes(name)) {
    const secondTab = await context.newPage()
    await secondTab.goto(page.url())
    await secondTab.getByText(says).waitFor()
  }
  if (failures.length > 0) throw new Error(`${name}: ${failures.join('; ')}`)
  await context.close()
}

/** What a customer writes is on the agent's page as it is written. */
async function showsCustomer(agent: Page, context: BrowserContext): Promise<void> {
  const customer = await context.newPage()
  await customer.goto(`${apiUrl}/customer`)
  await customer.getByLabel('Name').fill('Robin Fields')
  await customer.getByLabel('How can we help?').fill('My tent leaks.')
  await customer.getByRole('button', { name: 'Start chat' }).click()
  await agent.getByText('Robin Fields: My tent leaks.').waitFor()
  await customer.getByLabel('Message', { exact: true }).fill('Can you help?')
  await customer.keyboard.press('Enter')
  await agent.getByText('Robin Fields: Can you help?').waitFor()
}

/** As `npx sign-in-with-livechat sandbox` does, with the redirect URIs of the test in its configuration. */
async function startPackedSandbox(origins: string[]): Promise<ChildProcess> {
  const config = join(work, 'sandbox.json')
  const app = {
    ...serverApp,
    type: 'server',
    redirectUris: origins.map((origin) => `${origin}/auth/callback`),
    scopes: ['chats--access:ro', 'accounts--my:ro'],
  }
  await writeFile(config, JSON.stringify({ redirectUris: { [clientId]: origins }, clients: [app] }))
  const command = join(work, 'node16/node_modules/.bin/sign-in-with-livechat')
  const child = spawn(command, ['sandbox'], {
    env: {
      ...process.env,
      ACCOUNTS_PORT: String(firstPort),
      API_PORT: String(firstPort + 1),
      SANDBOX_CONFIG: config,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await waitForWord(child, 'ready')
  return child
}

/** Waits until a process prints a word. */
function waitForWord(
  child: ChildProcessByStdio<null, Readable, null>,
  word: string,
): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (text: Buffer) => {
      if (String(text).includes(word)) resolve()
    })
    child.once('exit', () => reject(new Error(`${child.spawnfile} did not start.`)))
  })
}

function packed(project: string): string {
  return join(work, project, 'node_modules/sign-in-with-livechat')
}

/** Runs a command and returns what it printed; if it fails, that is the error's message. */
function run(command: string, parameters: string[], cwd: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, parameters, {
      cwd,
      // A build of Next.js loads the handlers, which need their settings.
      env: { ...process.env, ...serverVariables(accountsUrl) },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let printed = ''
    let complaints = ''
    child.stdout.on('data', (text: Buffer) => {
      printed += text
    })
    child.stderr.on('data', (text: Buffer) => {
      complaints += text
    })
    child.once('error', reject)
    child.once('close', (code) => {
      if (code === 0) resolve(printed)
      else
        reject(
          new Error(`${command} ${parameters.join(' ')} failed in ${cwd}\n${printed}${complaints}`),
        )
    })
  })
}
