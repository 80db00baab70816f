import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeReference } from './reference.ts'

writeFileSync(join(import.meta.dirname, '../docs/reference.md'), makeReference())
