import { introduction, runSandbox } from './run-sandbox.ts'
import { readSettings, usage } from './settings.ts'

/**
 * The command `sandbox`: runs until it is stopped, and reports what is wrong in one line.
 *
 * @param args What follows the command.
 */
export async function sandboxCommand(args: readonly string[]): Promise<void> {
  try {
    if (args.includes('--help')) return console.log(usage())
    const sandbox = await runSandbox(readSettings(args, process.env))
    console.log(introduction(sandbox).join('\n'))
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => void sandbox.close().then(() => process.exit(0)))
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error))
    process.exitCode = 1
  }
}
