export { signInLabel } from './label.ts'
export { mark } from './mark.ts'
