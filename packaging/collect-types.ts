import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/**
 * Copies the declarations that the entry points lead to, and no others: whatever a package exposes is a contract.
 *
 * @param from    Where the compiler wrote all of them.
 * @param to      Folder of the package.
 * @param entries Source files of the entry points.
 */
export async function collectTypes(from: string, to: string, entries: string[]): Promise<void> {
  const waiting = entries.map(declarationOf)
  const done = new Set<string>()
  for (let file = waiting.pop(); file; file = waiting.pop()) {
    if (done.has(file)) continue
    done.add(file)
    const text = await readFile(join(from, file), 'utf8')
    for (const path of localImports(text)) {
      waiting.push(declarationOf(join(dirname(file), path)))
    }
    await mkdir(dirname(join(to, file)), { recursive: true })
    await writeFile(join(to, file), text.replace(localImport, '$1.js$2'))
  }
}

/** The compiler leaves `.ts` in the imports of declarations; the package has `.js`. */
const localImport = /((?:from|import) ?\(?['"]\.[^'"]+)\.tsx?(['"])/g

function localImports(text: string): string[] {
  return [...text.matchAll(/(?:from|import) ?\(?['"](\.[^'"]+\.tsx?)['"]/g)].map(
    ([, path = '']) => path,
  )
}

function declarationOf(source: string): string {
  return source.replace(/\.tsx?$/, '.d.ts')
}
