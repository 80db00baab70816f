import { expect, test } from 'vitest'
import { directionOf, signInLabels } from '../../brand/index.ts'
import { bestLanguage, languages, localeOf } from './languages.ts'

test('the app has the languages of the sign-in button', () => {
  expect(Object.keys(languages).map((tag) => tag.toLowerCase())).toEqual(Object.keys(signInLabels))
})

test.each([
  [['de-AT', 'en'], 'de'],
  [['sv', 'fr-CA'], 'fr'],
  [['zh-TW'], 'zh-Hant'],
  [['zh-Hant-HK'], 'zh-Hant'],
  [['zh-CN'], 'zh'],
  [['pt_BR.UTF-8'], 'pt'],
  [['toString', 'C', ''], 'en'],
  [[], 'en'],
])('of %j the app has %s', (tags, language) => {
  expect(bestLanguage(tags)).toBe(language)
})

test('Arabic and Hebrew are written from the right', () => {
  const fromTheRight = Object.keys(languages).filter(
    (tag) => directionOf(bestLanguage([tag])) === 'rtl',
  )
  expect(fromTheRight).toEqual(['ar', 'he'])
})

test('dates and numbers are in the kind of the language that the agent prefers', () => {
  expect(localeOf('en', ['pl', 'en-AU', 'en'])).toBe('en-AU')
  expect(localeOf('en', ['pl', 'enm'])).toBe('en')
  expect(localeOf('de', ['en-US', 'de-CH'])).toBe('de-CH')
  expect(localeOf('zh', ['zh-TW', 'zh-SG'])).toBe('zh-SG')
})

test.each([
  [['en-US@posix'], 'en-US'],
  [['en_GB.UTF-8'], 'en-GB'],
  [['en-x', 'en-AU'], 'en-AU'],
  [['EN-gb'], 'EN-gb'],
  [['ben', 'en-AU'], 'en-AU'],
  [['C'], 'en'],
  [['POSIX'], 'en'],
  [[''], 'en'],
  [[], 'en'],
  [undefined, 'en'],
])('the browser languages %j write English dates in %s', (tags, locale) => {
  expect(localeOf('en', tags)).toBe(locale)
  expect(new Date(0).toLocaleDateString(localeOf('en', tags), { month: 'long' })).toBe('January')
})
