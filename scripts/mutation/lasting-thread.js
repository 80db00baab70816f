import { parentPort } from 'node:worker_threads'
import { init, runBaseTests, setupEnvironment } from 'vitest/worker'

/** The listener of Vitest's that stays, then the one of the run under way, which nobody takes away. */
const listeners = []
let environment

async function runTests(state, traces) {
  await runBaseTests('run', state, traces)
  // The next mutant begins with modules of its own, as in a thread of its own.
  for (const [file, modules] of state.evaluatedModules.fileToModulesMap) {
    if (file.includes('/node_modules/')) continue
    for (const module of modules) state.evaluatedModules.invalidateModule(module)
  }
}

init({
  post: (message) => parentPort.postMessage(message),
  on(listener) {
    if (listeners.length > 1) parentPort.off('message', listeners.pop())
    listeners.push(listener)
    parentPort.on('message', listener)
  },
  off: (listener) => parentPort.off('message', listener),
  runTests,
  collectTests: runTests,
  async setup(context) {
    environment ??= setupEnvironment(context)
    await environment
  },
})
