/**
 * Loads a module on demand, and asks for it once more when that fails.
 *
 * Firefox and Safari never again fetch a module that failed to load, so the second time it goes by another query string.
 * Errors do not name the module in every browser; the text of the import does. A bundler that replaces `import()` by its
 * own loading has its own way to load again.
 *
 * @param load    Nothing but a dynamic `import()`, which bundlers must see to make a file of its own.
 * @param address `import.meta.url` of the module that imports.
 */
export async function loadModule<Module>(
  load: () => Promise<Module>,
  address: string,
): Promise<Module> {
  try {
    return await load()
  } catch (thrown) {
    const [, specifier] = /\bimport\(\s*["'`]([^"'`]+)["'`]\s*\)/.exec(String(load)) ?? []
    if (!specifier) throw thrown
    const url = new URL(specifier, address)
    url.searchParams.set('again', String(Date.now()))
    return import(/* @vite-ignore */ /* webpackIgnore: true */ url.href)
  }
}
