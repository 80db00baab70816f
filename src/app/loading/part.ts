import { loadChunk } from '../lib/load-chunk.ts'

/** A part of the app that is loaded when it is needed, or a little before. */
export interface Part<Module> {
  /** @throws {ChunkLoadError} Rejects with it when the part cannot be loaded. */
  load(): Promise<Module>
  /** Never rejects: when it fails there is no module, and `load` tries again and reports it. */
  preload(): Promise<Module | undefined>
}

/**
 * @param load    Nothing but a dynamic `import()`.
 * @param address `import.meta.url` of the module that imports.
 */
export function createPart<Module>(load: () => Promise<Module>, address: string): Part<Module> {
  let loading: Promise<Module> | undefined
  const part: Part<Module> = {
    load() {
      loading ??= readAtOnce(loadChunk(load, address))
      return loading
    },
    async preload() {
      try {
        return await part.load()
      } catch {
        loading = undefined
        return undefined
      }
    },
  }
  return part
}

/**
 * React's `use` reads a promise that says what came of it without waiting. Of any other it first shows that it waits,
 * and then for 300 ms at least.
 */
function readAtOnce<Value>(promise: Promise<Value>): Promise<Value> {
  promise.then(
    (value) => Object.assign(promise, { status: 'fulfilled', value }),
    () => {},
  )
  return promise
}
