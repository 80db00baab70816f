export { signInLabel } from './label.ts'
export { mark } from './mark.ts'
export { wearStyles } from './wear-styles.ts'
export { adviceFor, progress } from './words.ts'
