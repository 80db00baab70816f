export { activateButton, isActiveButton } from './active-button.ts'
export { adoptStyles, stylesOf } from './adopt-styles.ts'
export {
  bestTranslation,
  directionOf,
  knownTranslation,
  signInLabel,
  signInLabels,
  translationFor,
} from './label.ts'
export { languageOf, watchLanguage } from './language-of.ts'
export { languageTag, localeOf } from './language-tag.ts'
export { mark } from './mark.ts'
export { recoveryFor } from './recovery.ts'
