import { type PendingSignIn, pendingLifetime } from '../auth/internal.ts'
import type { Transaction } from './authorize-url.ts'
import type { ResolvedOptions } from './sdk-options.ts'

/** Transactions of one client: of pop-ups and frames in memory, of redirects in storage, each taken once. */
export interface Transactions {
  remember(transaction: Transaction, options: ResolvedOptions, across: 'redirect' | 'window'): void
  take(state: string, options: ResolvedOptions): Transaction | undefined
}

type Keeper = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

export function createTransactions(): Transactions {
  const memory = new Map<string, Transaction>()

  function remember(
    transaction: Transaction,
    options: ResolvedOptions,
    across: 'redirect' | 'window',
  ): void {
    if (across === 'window') {
      for (const [state, one] of memory) if (isOver(one)) memory.delete(state)
      memory.set(transaction.state, transaction)
      return
    }
    const keeper = keeperOf(options)
    forgetOver(keeper, options.transaction.namespace)
    keeper.setItem(keyOf(transaction, options), JSON.stringify(transaction))
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
    const key = keyOf(answer, options)
    const kept = readKept(keeper, key)
    keeper.removeItem(key)
    return kept && !isOver(kept) ? kept : undefined
  } catch {
    // What cannot be read was not asked here.
    return undefined
  }
}

function readKept(keeper: Keeper, key: string): Transaction | undefined {
  try {
    const kept: unknown = JSON.parse(keeper.getItem(key) ?? 'null')
    return isTransaction(kept) ? kept : undefined
  } catch {
    return undefined
  }
}

/** A page may ask for a URL at every render and go to none; their verifiers need not stay for ever. */
function forgetOver(keeper: Keeper, namespace: string): void {
  const keys = Array.from({ length: keeper.length }, (_, index) => keeper.key(index) ?? '')
  for (const key of keys.filter((one) => one.startsWith(namespace))) {
    const kept = readKept(keeper, key)
    if (kept && isOver(kept)) keeper.removeItem(key)
  }
}

function isOver({ createdAt }: Transaction): boolean {
  return Date.now() - createdAt >= pendingLifetime
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
