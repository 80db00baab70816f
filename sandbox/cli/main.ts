import { sandboxCommand } from './sandbox-command.ts'

await sandboxCommand(process.argv.slice(2))
