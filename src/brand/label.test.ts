import { expect, test } from 'vitest'
import { signInLabel } from './label.ts'

test('the label is in the page’s language, whatever its region', () => {
  expect(signInLabel('de-AT')).toBe('Mit LiveChat anmelden')
  expect(signInLabel('pt-BR')).toBe(signInLabel('pt'))
  expect(signInLabel('PL')).toBe('Zaloguj się przez LiveChat')
})

test('Chinese is in the characters of the region', () => {
  expect(signInLabel('zh-CN')).toBe('使用 LiveChat 登录')
  expect(signInLabel('zh-TW')).toBe('使用 LiveChat 登入')
  expect(signInLabel('zh-Hant-HK')).toBe('使用 LiveChat 登入')
})

test('the label understands languages named as operating systems name them', () => {
  expect(signInLabel('de_AT.UTF-8')).toBe('Mit LiveChat anmelden')
  expect(signInLabel('pl@euro')).toBe('Zaloguj się przez LiveChat')
  expect(signInLabel('zh_TW.Big5')).toBe('使用 LiveChat 登入')
  expect(signInLabel(' fr ')).toBe('Se connecter avec LiveChat')
})

test.each(['', 'C', 'POSIX', 'tlh', 'constructor', '__proto__'])(
  'the label for an unknown language, %j, is English',
  (tag) => {
    expect(signInLabel(tag)).toBe('Sign in with LiveChat')
  },
)

test.each('en de es fr it pl pt nl tr ja ko zh'.split(' '))(
  '%s has a label of its own that names LiveChat',
  (tag) => {
    expect(signInLabel(tag)).toContain('LiveChat')
    if (tag !== 'en') expect(signInLabel(tag)).not.toBe(signInLabel('en'))
  },
)
