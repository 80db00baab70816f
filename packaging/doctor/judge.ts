import { accountsChecks } from './accounts-checks.ts'
import { type Advice, error } from './advice.ts'
import { type Findings, isFailure } from './findings.ts'
import { pageChecks } from './page-checks.ts'

/** One thing that was looked at. */
export interface Check {
  /** What holds when there is no advice. */
  title: string
  advice: readonly Advice[]
}

/** Judges everything that was found out; what could not be is left out. */
export function judge({ question, page, accounts }: Findings): Check[] {
  const { pageUrl, accountsUrl } = question
  const ofPage = isFailure(page)
    ? [unreachable(`The page ${pageUrl}`, page.failure, 'Check its address and its certificate.')]
    : pageChecks.map(({ title, check }) => ({ title, advice: check(page, question) }))
  const ofAccounts = isFailure(accounts)
    ? [
        unreachable(
          `The accounts server ${accountsUrl}`,
          accounts.failure,
          'Check --accounts-url, the network and the proxy.',
        ),
      ]
    : accountsChecks.map(({ title, check }) => ({ title, advice: check(accounts, question) }))
  return [...ofPage, ...ofAccounts]
}

/** Whether agents can sign in. */
export function isHealthy(checks: readonly Check[]): boolean {
  return checks.every(({ advice }) => advice.every(({ level }) => level !== 'error'))
}

function unreachable(what: string, failure: string, usual: string): Check {
  const problem = `${what} cannot be reached: ${failure}.`
  return { title: what, advice: [error(problem, remedyOf(failure) ?? usual)] }
}

/** What helps when this machine differs from a browser. */
function remedyOf(failure: string): string | undefined {
  if (/CERT|SIGNATURE/.test(failure)) {
    return 'Install a valid certificate. If browsers trust this one, name the file of its authority in NODE_EXTRA_CA_CERTS.'
  }
  if (failure === 'ENOTFOUND') {
    return 'Check the host name. Names under localhost are known to browsers only: add them to your hosts file.'
  }
  return undefined
}
