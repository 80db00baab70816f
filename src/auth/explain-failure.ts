import { pageUrl } from './page.ts'
import type { SignInSettings } from './sign-in-options.ts'

/** What a failure may come from, for the developer. The address of the page may hold a response: only its path is told. */
export type LikelyCause = (settings: SignInSettings, page: URL) => string

/**
 * Says in the console what only the developer can find out: the likely cause, and the values to compare. Nothing of a
 * response is among them.
 *
 * @param load Loads the words: a page that does not fail has no use for them.
 */
export function explainFailure(
  load: () => Promise<{ likelyCause: LikelyCause }>,
  settings: SignInSettings,
): void {
  load()
    .then(({ likelyCause }) => console.info(likelyCause(settings, new URL(pageUrl()))))
    // The failure itself is told all the same.
    .catch(() => {})
}
