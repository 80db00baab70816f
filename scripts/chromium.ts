import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const browsers = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** Chromium without windows, tabs and what else is drawn around a page: a quarter faster. */
const headlessShells = [
  process.env.CHROMIUM_HEADLESS_SHELL_PATH,
  '/usr/bin/chromium-headless-shell',
]

export interface ChromiumPaths {
  chromium: string
  /** The same as `chromium` where there is no shell. */
  headlessShell: string
}

/** Finds a Chromium on this machine. */
export function findChromium(): ChromiumPaths | undefined {
  const chromium = firstOf(browsers)
  return chromium === undefined
    ? undefined
    : { chromium, headlessShell: firstOf(headlessShells) ?? chromium }
}

/**
 * Makes sure there is a Chromium for the browser tests: on Debian as root it is installed, with its headless shell.
 *
 * @throws {Error} With what to do, when there is none and it cannot be installed.
 */
export function ensureChromium(): ChromiumPaths {
  const found = findChromium()
  if (found && found.headlessShell !== found.chromium) return found
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) install()
  const installed = findChromium()
  if (installed) return installed
  throw new Error(
    'The browser tests need Chromium. Install it (Debian: sudo apt-get install chromium chromium-headless-shell), or set CHROMIUM_PATH to yours.',
  )
}

/** Fails where these packages have other names; then a Chromium that is there already does for all. */
function install(): void {
  console.log('Installing Debian’s Chromium and its headless shell.')
  const packages = ['chromium', 'chromium-headless-shell', 'fonts-noto-core']
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const args of [
    ['update', '-q'],
    ['install', '-y', '-q', '--no-install-recommends', ...packages],
  ])
    spawnSync('apt-get', args, { stdio: 'inherit', env })
}

function firstOf(paths: readonly (string | undefined)[]): string | undefined {
  return paths.find((path) => path && existsSync(path))
}
