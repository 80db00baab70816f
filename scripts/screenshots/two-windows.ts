import type { Page } from '@playwright/test'
import { fillIn, goTo, openPopup, rows, type Studio } from './screenshot-session.ts'

/** The agent's window and the customer's side by side, in the middle of a chat: the picture of the README. */
export async function takeTwoWindows(studio: Studio, apiUrl: string, path: string): Promise<void> {
  const { page: agent, context } = studio
  await agent.setViewportSize({ width: 1120, height: 800 })
  await agent.goto('/')
  await fillIn(await openPopup(agent), 'sandbox')
  await rows(agent).first().waitFor()

  const customer = await context.newPage()
  await customer.setViewportSize({ width: 400, height: 800 })
  await customer.goto(`${apiUrl}/customer`)
  await customer.getByLabel('Name').fill('Robin Fields')
  await customer.getByLabel('How can we help?').fill('Hello! My tent leaks at the seam.')
  await customer.getByRole('button', { name: 'Start chat' }).click()
  await customer.getByText('You are chatting with').waitFor()

  const row = rows(agent).filter({ hasText: 'Robin Fields' }).getByRole('link')
  await goTo(agent, (await row.getAttribute('href')) ?? '')
  const reply = agent.getByRole('textbox', { name: 'Reply to customer' })
  await reply.fill('Sorry to hear that, Robin. Is it still under warranty?')
  await reply.press('Enter')
  const log = customer.getByRole('log')
  await log.getByText('still under warranty').waitFor()
  await customer.getByLabel('Message', { exact: true }).pressSequentially('Bought it in Ju')
  await agent.locator('.unsent', { hasText: 'Bought it in Ju' }).waitFor()
  await reply.pressSequentially('Let me look up')
  await customer.getByText('is typing').waitFor()
  await compose(await context.newPage(), [agent, customer], path)
  await customer.close()
}

/** Puts what two pages show beside each other. */
async function compose(board: Page, pages: readonly Page[], path: string): Promise<void> {
  const pictures = await Promise.all(pages.map((one) => one.screenshot({ animations: 'disabled' })))
  const images = pages.map((one, index) => {
    const { width = 0, height = 0 } = one.viewportSize() ?? {}
    const source = `data:image/png;base64,${pictures[index]?.toString('base64')}`
    return `<img src="${source}" width="${width}" height="${height}">`
  })
  await board.setContent(
    `<style>
      body { display: inline-flex; gap: 24px; margin: 0; padding: 24px; background: #e3e7ee }
      img { border-radius: 8px; box-shadow: 0 2px 12px rgb(0 0 0 / 25%) }
    </style>${images.join('')}`,
  )
  await board.locator('body').screenshot({ path })
  await board.close()
}
