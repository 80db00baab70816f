import { isEncryptedOrLocal } from '../../src/access-token/index.ts'
import { type Advice, error, warning } from './advice.ts'
import { checkClock } from './check-clock.ts'
import { allows, metaPolicies, type Policy, parsePolicies } from './content-security-policy.ts'
import type { PageFound, Question } from './findings.ts'

type PageCheck = (page: PageFound, question: Question) => Advice[]

/** What the page and its headers must be like, each with what holds when there is no advice. */
export const pageChecks: readonly { title: string; check: PageCheck }[] = [
  { title: 'The page is served.', check: checkStatus },
  { title: 'It is on the origin of its redirect URI.', check: checkAddress },
  { title: 'It is encrypted, or on this machine.', check: checkEncryption },
  { title: 'It keeps its link to the sign-in window.', check: checkOpenerPolicy },
  { title: 'Its Content-Security-Policy lets it sign in.', check: checkContentPolicy },
  { title: 'It is framed where it should be, and nowhere else.', check: checkFraming },
  { title: 'Its other headers do no harm.', check: checkOtherHeaders },
  { title: 'It loads nothing unencrypted.', check: checkMixedContent },
  {
    title: 'Its server’s clock is right.',
    check: ({ clockOffset }) => checkClock('The page’s server', clockOffset),
  },
]

function checkStatus({ status, url }: PageFound): Advice[] {
  if (status < 400) return []
  return [error(`${url} responds with status ${status}.`, 'Deploy the page, or check its address.')]
}

/** The response comes to the redirect URI; a host that sends it on may drop it, or leave its origin. */
function checkAddress({ url }: PageFound, { redirectUri, pageUrl }: Question): Advice[] {
  const { origin } = new URL(url)
  if (origin !== new URL(pageUrl).origin) {
    return [
      error(
        `${pageUrl} redirects to ${url}, on another origin: there the page cannot recognize a sign-in that began here.`,
        `Link to ${origin} only, register its address in Developer Console, and set redirectUri to it if you set it.`,
      ),
    ]
  }
  if (origin === new URL(redirectUri).origin) return []
  return [
    error(
      `The redirect URI ${redirectUri} is not on the page’s origin, ${origin}.`,
      `Register and use a redirect URI that begins with ${origin}. localhost and 127.0.0.1 are different origins.`,
    ),
  ]
}

function checkEncryption({ url }: PageFound, { grantType }: Question): Advice[] {
  if (isEncryptedOrLocal(new URL(url))) return []
  const remedy = 'Serve the page over https.'
  return grantType === 'code'
    ? [error('On plain http the code grant fails: browsers make no hash there.', remedy)]
    : [warning('On plain http anybody on the way can read the token.', remedy)]
}

function checkOpenerPolicy({ headers }: PageFound, { flow }: Question): Advice[] {
  const policy = headerValue(headers, 'cross-origin-opener-policy')
  const [value = ''] = policy.toLowerCase().split(';')
  const isHarmless = ['', 'unsafe-none', 'same-origin-allow-popups'].includes(value.trim())
  if (isHarmless || flow === 'redirect') return []
  return [
    error(
      `Cross-Origin-Opener-Policy: ${policy} cuts the link to the sign-in window, so that a pop-up ends as popup_isolated.`,
      'Send Cross-Origin-Opener-Policy: same-origin-allow-popups, leave the header out, or use flow: "redirect".',
    ),
  ]
}

function checkContentPolicy(page: PageFound, question: Question): Advice[] {
  const policies = [...headerPolicies(page), ...metaPolicies(page.html)]
  const missing = [
    { url: `${question.accountsUrl}/v2/token`, level: 'error', why: 'signing in ends as network' },
    {
      url: `${question.apiUrl}/v3.6/agent/action/list_chats`,
      level: 'warning',
      why: 'the Agent Chat API cannot be called',
    },
  ] as const
  return [
    ...missing
      .filter(
        ({ url }) =>
          !policies.every((one) => allows(one, 'connect-src', new URL(url), new URL(page.url))),
      )
      .map(({ url, level, why }) => {
        const { origin } = new URL(url)
        const problem = `The Content-Security-Policy does not let the page connect to ${origin}: ${why}.`
        return { level, problem, remedy: `Add ${origin} to connect-src.` }
      }),
    ...policies.flatMap((policy) => checkSandbox(policy, question)),
  ]
}

function checkSandbox(policy: Policy, { flow }: Question): Advice[] {
  const allowed = policy.get('sandbox')
  if (!allowed) return []
  const needed = [
    'allow-scripts',
    'allow-same-origin',
    ...(flow === 'popup' ? ['allow-popups', 'allow-popups-to-escape-sandbox'] : []),
  ]
  const missing = needed.filter((one) => !allowed.includes(one))
  if (missing.length === 0) return []
  return [
    error(
      'The Content-Security-Policy puts the page into a sandbox in which it cannot sign in.',
      `Add ${missing.join(' ')} to its directive sandbox, or leave that out.`,
    ),
  ]
}

const agentApp = 'https://my.livechatinc.com'

function checkFraming(page: PageFound, { isFramed }: Question): Advice[] {
  const policies = headerPolicies(page)
  const frameOptions = headerValue(page.headers, 'x-frame-options')
  const withAncestors = policies.filter((policy) => policy.has('frame-ancestors'))
  if (!isFramed) {
    const onlyInMeta = metaPolicies(page.html).some((policy) => policy.has('frame-ancestors'))
    if (withAncestors.length > 0 || /^\s*(deny|sameorigin)\s*$/i.test(frameOptions)) return []
    return [
      warning(
        onlyInMeta
          ? 'frame-ancestors has no effect in a <meta> tag, so any site can show the page in a frame.'
          : 'Any site can show the page in a frame and make agents click on it.',
        "Send the header Content-Security-Policy: frame-ancestors 'none', or --framed if the page is part of the Agent App.",
      ),
    ]
  }
  const advice: Advice[] = []
  // Where there is frame-ancestors, browsers ignore the other header.
  if (withAncestors.length === 0 && frameOptions) {
    advice.push(
      error(
        `X-Frame-Options: ${frameOptions} keeps the Agent App from showing the page.`,
        `Replace it with Content-Security-Policy: frame-ancestors ${agentApp}.`,
      ),
    )
  }
  const isRefused = withAncestors.some(
    (policy) => !allows(policy, 'frame-ancestors', new URL(agentApp), new URL(page.url)),
  )
  if (isRefused) {
    advice.push(
      error(
        'The Content-Security-Policy keeps the Agent App from showing the page.',
        `Add ${agentApp} to frame-ancestors.`,
      ),
    )
  }
  return advice
}

function checkOtherHeaders({ headers }: PageFound): Advice[] {
  const advice: Advice[] = []
  const referrerPolicy = headerValue(headers, 'referrer-policy')
  // Of a list, browsers take the last one they know.
  if (/(^|,)\s*(unsafe-url|no-referrer-when-downgrade)\s*$/i.test(referrerPolicy)) {
    advice.push(
      warning(
        `Referrer-Policy: ${referrerPolicy} sends the page’s whole address to other sites, with a code that is in it.`,
        'Send Referrer-Policy: no-referrer.',
      ),
    )
  }
  const permissions = headerValue(headers, 'permissions-policy')
  if (permissions && !permissions.split(',').every(isPermission)) {
    advice.push(
      warning(
        'The header Permissions-Policy is not written as browsers read it, so they ignore all of it.',
        'Write each feature as in camera=(), microphone=(self), with commas between them.',
      ),
    )
  }
  return advice
}

/** Whether a member of the header is one of a structured dictionary (RFC 9651 §3.2), as the policy uses them. */
function isPermission(member: string): boolean {
  const allowlist = /(\*|self|\((\s*(\*|self|src|"[^"]*")\s*)*\))/.source
  const parameter = /(\s*;\s*[a-z*][\w.*-]*(=[^(;\s]+)?)/.source
  return new RegExp(`^\\s*[a-z*][\\w.*-]*=${allowlist}${parameter}*\\s*$`).test(member)
}

/** What an https page loads over http is refused by browsers, or sent on over https. */
function checkMixedContent({ url, html }: PageFound): Advice[] {
  if (new URL(url).protocol !== 'https:') return []
  const loaded = [
    ...html.matchAll(/<(?:script|iframe|img)\b[^>]*\bsrc\s*=\s*["']?(http:\/\/[^"'\s>]+)/gi),
    ...html.matchAll(
      /<link\b(?=[^>]*\brel\s*=\s*["']?(?:stylesheet|modulepreload|preload))[^>]*\bhref\s*=\s*["']?(http:\/\/[^"'\s>]+)/gi,
    ),
  ].map(([, address = '']) => address)
  return [...new Set(loaded)].map((address) =>
    error(
      `The page loads ${address} over plain http, which browsers refuse on an https page.`,
      'Load it over https, or from your own host.',
    ),
  )
}

function headerPolicies({ headers }: PageFound): Policy[] {
  return parsePolicies(headerValue(headers, 'content-security-policy'))
}

function headerValue(headers: Headers, name: string): string {
  return headers.get(name) ?? ''
}
