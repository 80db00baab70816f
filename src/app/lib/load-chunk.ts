/** A part of the app could not be loaded: the network failed, or a newer version replaced it on the server. */
export class ChunkLoadError extends Error {
  override name = 'ChunkLoadError'
}

/** Waits for a part of the app that is loaded on demand; rejects with a `ChunkLoadError`. */
export async function loadChunk<Module>(chunk: Promise<Module>): Promise<Module> {
  try {
    return await chunk
  } catch (cause) {
    throw new ChunkLoadError('Couldn’t load part of this page.', { cause })
  }
}
