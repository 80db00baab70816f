import { type PendingSignIn, pendingLifetime } from '../auth/pieces.ts'
import type { Transaction } from './authorize-url.ts'
import type { ResolvedOptions } from './sdk-options.ts'

/** Transactions of one client: of pop-ups and frames in memory, of redirects in storage, each taken once. */
export interface Transactions {
  remember(transaction: Transaction, options: ResolvedOptions, across: 'redirect' | 'window'): void
  take(state: string, options: ResolvedOptions): Transaction | undefined
}

type Keeper = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

export function createTransactions(): Transactions {
  const memory = new Map<string, Transaction>()

  function remember(
    transaction: Transaction,
    options: ResolvedOptions,
    across: 'redirect' | 'window',
  ): void {
    if (across === 'window') memory.set(transaction.state, transaction)
    else keeperOf(options).setItem(keyOf(transaction, options), JSON.stringify(transaction))
  }

  function take(state: string, options: ResolvedOptions): Transaction | undefined {
    const known = memory.get(state)
    memory.delete(state)
    return known ?? takeKept({ state }, options)
  }

  return { remember, take }
}

function takeKept(
  answer: Pick<PendingSignIn, 'state'>,
  options: ResolvedOptions,
): Transaction | undefined {
  try {
    const keeper = keeperOf(options)
    const text = keeper.getItem(keyOf(answer, options))
    keeper.removeItem(keyOf(answer, options))
    const kept: unknown = JSON.parse(text ?? 'null')
    return isTransaction(kept) && Date.now() - kept.createdAt < pendingLifetime ? kept : undefined
  } catch {
    // What is not there, or no longer legible, was not asked here.
    return undefined
  }
}

function keeperOf({ transaction }: ResolvedOptions): Keeper {
  return transaction.force_local_storage ? window.localStorage : window.sessionStorage
}

function keyOf({ state }: Pick<PendingSignIn, 'state'>, { transaction }: ResolvedOptions): string {
  return transaction.namespace + state
}

function isTransaction(value: unknown): value is Transaction {
  return typeof value === 'object' && value !== null && 'state' in value && 'createdAt' in value
}
