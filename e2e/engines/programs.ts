import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The programs the three engines need, and the Debian package each is in. */
const packages = {
  chromium: 'chromium',
  chromedriver: 'chromium-driver',
  'firefox-esr': 'firefox-esr',
  WebKitWebDriver: 'webkit2gtk-driver',
  MiniBrowser: 'libwebkit2gtk-4.1-0',
  Xvfb: 'xvfb',
} as const

export type Program = keyof typeof packages

/** Returns the path of a program of this machine. */
export function findProgram(name: Program): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return [...folders, ...webkitFolders()]
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path))
}

/** Where Debian keeps what belongs to WebKitGTK, the newest first. */
function webkitFolders(): string[] {
  const libraries = '/usr/lib'
  if (!existsSync(libraries)) return []
  return readdirSync(libraries)
    .map((name) => join(libraries, name))
    .filter((folder) => /-linux-gnu$/.test(folder))
    .flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name.startsWith('webkit'))
        .map((name) => join(folder, name)),
    )
    .toSorted()
    .toReversed()
}

/** @throws {Error} When this machine does not have it. */
export function pathOf(name: Program): string {
  const path = findProgram(name)
  if (!path) throw new Error(`${name} is not installed. In Debian it is in ${packages[name]}.`)
  return path
}

/**
 * Makes sure all three engines are there: on Debian as root, what is missing is installed.
 *
 * @throws {Error} With what to install, when something is missing.
 */
export default function ensurePrograms(): void {
  const missing = () =>
    Object.entries(packages).flatMap(([name, inPackage]) =>
      findProgram(name as Program) ? [] : [inPackage],
    )
  if (missing().length > 0 && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log(`Installing ${missing().join(', ')}.`)
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    for (const args of [
      ['update', '-q'],
      ['install', '-y', '-q', '--no-install-recommends', ...missing()],
    ])
      spawnSync('apt-get', args, { stdio: 'inherit', env })
  }
  if (missing().length > 0)
    throw new Error(
      `The tests in all engines need Debian’s ${missing().join(', ')}. Install them: sudo apt-get install ${missing().join(' ')}`,
    )
}
