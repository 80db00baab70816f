export { createEmitter, type Emitter } from './emitter.ts'
export { notify } from './notify.ts'
export { createStore, type Store } from './store.ts'
