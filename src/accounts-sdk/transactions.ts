import { type PendingSignIn, pendingLifetime } from '../auth/internal.ts'
import type { Transaction } from './authorize-url.ts'
import type { ResolvedOptions } from './sdk-options.ts'

/** The transactions of one client: those of windows and frames in memory, those of redirects in storage. */
export interface Transactions {
  /** Saves a transaction where its response will find it. */
  save(transaction: Transaction, options: ResolvedOptions, across: 'redirect' | 'window'): void
  /** Whether a request with this state waits for its response. */
  has(state: string, options: ResolvedOptions): boolean
  /** Removes and returns the transaction of a state, so that a response counts once; undefined when there is none. */
  consume(state: string, options: ResolvedOptions): Transaction | undefined
}

type TransactionStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/** Creates the transactions of one client. */
export function createTransactions(): Transactions {
  const memory = new Map<string, Transaction>()

  function save(
    transaction: Transaction,
    options: ResolvedOptions,
    across: 'redirect' | 'window',
  ): void {
    if (across === 'window') {
      for (const [state, one] of memory) if (isExpired(one)) memory.delete(state)
      memory.set(transaction.state, transaction)
      return
    }
    const storage = storageFor(options)
    removeExpired(storage, options.transaction.namespace)
    storage.setItem(keyFor(transaction, options), JSON.stringify(transaction))
  }

  function consume(state: string, options: ResolvedOptions): Transaction | undefined {
    const inMemory = memory.get(state)
    memory.delete(state)
    return inMemory ?? consumeStored({ state }, options)
  }

  function has(state: string, options: ResolvedOptions): boolean {
    return memory.has(state) || isStored({ state }, options)
  }

  return { save, has, consume }
}

function isStored(response: Pick<PendingSignIn, 'state'>, options: ResolvedOptions): boolean {
  try {
    return readStored(storageFor(options), keyFor(response, options))?.state === response.state
  } catch {
    return false
  }
}

function consumeStored(
  response: Pick<PendingSignIn, 'state'>,
  options: ResolvedOptions,
): Transaction | undefined {
  try {
    const storage = storageFor(options)
    const key = keyFor(response, options)
    const stored = readStored(storage, key)
    storage.removeItem(key)
    return stored?.state === response.state && !isExpired(stored) ? stored : undefined
  } catch {
    // Without storage, nothing was saved.
    return undefined
  }
}

function readStored(storage: TransactionStorage, key: string): Transaction | undefined {
  try {
    const stored: unknown = JSON.parse(storage.getItem(key) ?? 'null')
    return isTransaction(stored) ? stored : undefined
  } catch {
    return undefined
  }
}

/** Removes expired transactions: a page may build a URL at every render and use none of them. */
function removeExpired(storage: TransactionStorage, namespace: string): void {
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
  for (const key of keys.filter((one) => one.startsWith(namespace))) {
    const stored = readStored(storage, key)
    if (stored && isExpired(stored)) storage.removeItem(key)
  }
}

function isExpired({ createdAt }: Transaction): boolean {
  return Date.now() - createdAt >= pendingLifetime
}

function storageFor({ transaction }: ResolvedOptions): TransactionStorage {
  return transaction.force_local_storage ? window.localStorage : window.sessionStorage
}

function keyFor({ state }: Pick<PendingSignIn, 'state'>, { transaction }: ResolvedOptions): string {
  return transaction.namespace + state
}

function isTransaction(value: unknown): value is Transaction {
  return typeof value === 'object' && value !== null && 'state' in value && 'createdAt' in value
}
