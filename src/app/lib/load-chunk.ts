import { loadModule } from '../../auth/internal.ts'

/** A part of the app could not be loaded: the network failed, or a newer version replaced it on the server. */
export class ChunkLoadError extends Error {
  override name = 'ChunkLoadError'
}

/**
 * Loads a part of the app on demand; rejects with a `ChunkLoadError`.
 *
 * @param address `import.meta.url` of the module that imports.
 */
export async function loadChunk<Module>(
  load: () => Promise<Module>,
  address: string,
): Promise<Module> {
  try {
    return await loadModule(load, address)
  } catch (cause) {
    throw new ChunkLoadError('Couldn’t load part of this page.', { cause })
  }
}
