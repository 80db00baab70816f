export { notify } from './notify.ts'
export { createStore, type Store } from './store.ts'
