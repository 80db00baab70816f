/** A part of the app did not come: the network failed, or a newer version took its place on the server. */
export class ChunkLoadError extends Error {
  override name = 'ChunkLoadError'
}

/** Waits for a part of the app that is fetched when it is needed, and says when that failed. */
export async function loadChunk<Module>(chunk: Promise<Module>): Promise<Module> {
  try {
    return await chunk
  } catch (cause) {
    throw new ChunkLoadError('A part of this page could not be loaded.', { cause })
  }
}
