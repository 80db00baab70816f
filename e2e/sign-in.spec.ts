import { expectNoSecret } from './support/attack-fixtures.ts'
import { chatList, expect, test } from './support/fixtures.ts'
import { signIn } from './support/session-steps.ts'
import { asked, askedUntilLive, authorizations, tokenRequests } from './support/world-requests.ts'

for (const flow of ['Popup', 'Redirect'] as const) {
  for (const grant of ['Implicit', 'Code'] as const) {
    test(`an agent signs in by ${flow} with the ${grant} grant and sees chats, and no secret leaves memory (A32, A36, F28)`, async ({
      page,
      world,
    }) => {
      const said: string[] = []
      page.on('console', (message) => said.push(message.text()))
      const sent: string[] = []
      const verifiers: string[] = []
      page.on('request', (request) => {
        sent.push(`${request.url()} ${request.headers().referer ?? ''}`)
        const form = new URLSearchParams(request.postData() ?? '')
        verifiers.push(...form.getAll('code_verifier'))
      })
      await signIn(page, { flow, grantType: grant })
      await expect(page).toHaveURL('/chats')
      await expect(chatList(page).getByRole('listitem')).not.toHaveCount(0)
      const wanted = grant === 'Code' ? 'code' : 'token'
      expect(authorizations(world)[0]?.get('response_type')).toBe(wanted)
      expect(tokenRequests(world)).toHaveLength(grant === 'Code' ? 1 : 0)
      expect(asked(world, 'info')).toHaveLength(grant === 'Code' ? 0 : 1)
      expect(askedUntilLive(world, 'list_chats')).toHaveLength(1)

      const secrets = [
        ...[...world.accessTokens.keys()].map((token) => token.slice(token.indexOf(':') + 1)),
        ...world.refreshTokens.keys(),
        ...verifiers,
      ]
      expect(secrets).toHaveLength(grant === 'Code' ? 3 : 1)

      const globals = await page.evaluate(() =>
        Object.getOwnPropertyNames(window)
          .filter((name) => !/^(on|webkit)/.test(name))
          .map((name) => {
            try {
              const value: unknown = Reflect.get(window, name)
              return typeof value === 'object' && value !== null && !(value instanceof Node)
                ? `${name} ${JSON.stringify(Object.values(value).filter((one) => typeof one === 'string'))}`
                : `${name} ${String(value)}`
            } catch {
              return name
            }
          })
          .join('\n'),
      )
      const cookies = JSON.stringify(await page.context().cookies())
      const appRequests = sent.filter((one) => !one.includes('/callback#')).join('\n')
      for (const secret of secrets) {
        expect(secret.length).toBeGreaterThan(10)
        await expectNoSecret(page, secret)
        for (const place of [said.join('\n'), appRequests, globals, cookies]) {
          expect(place).not.toContain(secret)
        }
      }
    })
  }
}
