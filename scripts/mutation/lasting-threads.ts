import { Worker } from 'node:worker_threads'
import type { PoolOptions, PoolWorker, WorkerRequest } from 'vitest/node'

type Listener = Parameters<PoolWorker['on']>

const threads = new Map<string, Worker>()

/**
 * The thread of an environment, which serves one mutant after the other: starting one, and reading jsdom, takes far longer
 * than the tests of a mutant.
 */
class LastingThread implements PoolWorker {
  readonly name = 'lasting-threads'
  readonly #thread: Worker
  #listeners: Listener[] = []

  constructor({ environment, env, execArgv }: PoolOptions) {
    const known = threads.get(environment.name)
    this.#thread =
      known ?? new Worker(new URL('./lasting-thread.js', import.meta.url), { env, execArgv })
    threads.set(environment.name, this.#thread)
    // Stryker ends its own process.
    this.#thread.unref()
  }

  async start(): Promise<void> {}

  async stop(): Promise<void> {
    for (const listener of this.#listeners) this.#thread.off(...listener)
  }

  on(...listener: Listener): void {
    this.#listeners.push(listener)
    this.#thread.on(...listener)
  }

  off(...[event, callback]: Listener): void {
    this.#thread.off(event, callback)
  }

  send(message: WorkerRequest): void {
    this.#thread.postMessage(message)
  }

  deserialize(data: unknown): unknown {
    return data
  }
}

/** A pool whose threads outlast a run. */
export const lastingThreads = {
  name: 'lasting-threads',
  createPoolWorker: (options: PoolOptions) => new LastingThread(options),
}
