import { createPart } from './part.ts'

/** The pages an agent works in, with their styles. */
export const signedInPages = createPart(() => import('./signed-in-pages.ts'), import.meta.url)
