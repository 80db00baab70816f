import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { serveBuilt } from '../../e2e/support/serve-built.ts'
import { startSandbox } from '../../sandbox/server/serve.ts'
import { clients } from '../../sandbox/world/seed.ts'
import { ensureChromium } from '../chromium.ts'
import { takeAccount } from './account-pictures.ts'
import { takeArchives } from './archives-pictures.ts'
import { takeChats } from './chats-pictures.ts'
import { takeConversation } from './conversation-pictures.ts'
import { takeGallery } from './gallery-pictures.ts'
import { openStudio } from './screenshot-session.ts'
import { takeSignIn } from './sign-in-pictures.ts'
import { takeTwoWindows } from './two-windows.ts'

/**
 * `npm run screenshots`: every page and state, wide and narrow, light and dark; one of them is in the README.
 * `npm run screenshots narrow-dark` takes those of one width and scheme.
 */
const root = join(import.meta.dirname, '../..')
const folder = join(root, 'screenshots')
const sizes = { wide: { width: 1440, height: 900 }, narrow: { width: 390, height: 844 } }
const wanted = process.argv.slice(2)

const appPort = Number(process.env.PORT ?? 4200)
const appUrl = `http://localhost:${appPort}`
const sandbox = await startSandbox({
  accountsPort: appPort + 1,
  apiPort: appPort + 2,
  clients: clients.map((one) => ({ ...one, redirectUris: [...one.redirectUris, appUrl] })),
})
process.env.VITE_LIVECHAT_ACCOUNTS_URL = sandbox.accountsUrl
process.env.VITE_LIVECHAT_API_URL = sandbox.apiUrl
process.env.VITE_LIVECHAT_PERSONAL_TOKENS = 'on'
const app = await serveBuilt(root, appPort, {})
const browser = await chromium.launch({
  executablePath: ensureChromium().chromium,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})

await mkdir(folder, { recursive: true })
for (const [size, viewport] of Object.entries(sizes)) {
  for (const colorScheme of ['light', 'dark'] as const) {
    const name = `${size}-${colorScheme}`
    if (wanted.length > 0 && !wanted.includes(name)) continue
    const look = { name, viewport, colorScheme }
    const studio = await openStudio({ browser, sandbox, appUrl, folder, look })
    await takeSignIn(studio)
    await takeChats(studio)
    await takeConversation(studio)
    await takeArchives(studio)
    await takeAccount(studio)
    await takeGallery(studio)
    await studio.context.close()
    if (name === 'wide-light') {
      const beside = await openStudio({ browser, sandbox, appUrl, folder, look })
      await takeTwoWindows(beside, sandbox.apiUrl, join(root, 'docs/chats.png'))
      await beside.context.close()
    }
  }
}
await browser.close()
await app.close()
await sandbox.close()
