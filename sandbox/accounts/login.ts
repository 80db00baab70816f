import type { Account, World } from '../world/world.ts'

export type LoginProblem = 'no-email' | 'no-password' | 'wrong' | 'stale-form'

export interface LoginAttempt {
  email: string
  outcome: Account | LoginProblem
}

type Form = Readonly<Record<string, unknown>>

/** Reads a submitted sign-in form: the account it signs in, or the problem with it. */
export function readLogin(world: World, form: Form): LoginAttempt {
  const email = text(form.email).trim()
  const password = text(form.password)
  if (email === '') return { email, outcome: 'no-email' }
  if (password === '') return { email, outcome: 'no-password' }
  const account = [...world.accounts.values()].find(
    (one) => one.email.toLowerCase() === email.toLowerCase(),
  )
  return { email, outcome: account?.password === password ? account : 'wrong' }
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
