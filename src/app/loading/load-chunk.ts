/** A part of the app did not come: the network failed, or a newer version took its place on the server. */
export class PartMissing extends Error {
  override name = 'PartMissing'
}

/** Waits for a part of the app that is fetched when it is needed, and says when that failed. */
export async function loadPart<Part>(part: Promise<Part>): Promise<Part> {
  try {
    return await part
  } catch (cause) {
    throw new PartMissing('A part of this page could not be loaded.', { cause })
  }
}
