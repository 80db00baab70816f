import type { Account, World } from '../world.ts'

export type LoginProblem = 'no-email' | 'no-password' | 'wrong' | 'stale-form'

export function readLogin(world: World, email: string, password: string): Account | LoginProblem {
  if (email === '') return 'no-email'
  if (password === '') return 'no-password'
  const wanted = email.toLowerCase()
  const account = [...world.accounts.values()].find((one) => one.email.toLowerCase() === wanted)
  return account?.password === password ? account : 'wrong'
}
