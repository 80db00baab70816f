import { expect, test } from 'vitest'
import { continueLabel, describeGrant } from './sign-in-form.tsx'

const hint = { flow: 'popup', grantType: 'code' } as const

test('the last agent is shown by name, else by e-mail', () => {
  expect(continueLabel({ ...hint, name: 'Ada Agent', email: 'agent@example.com' })).toBe(
    'Continue as Ada Agent',
  )
  expect(continueLabel({ ...hint, email: 'agent@example.com' })).toBe(
    'Continue as agent@example.com',
  )
})

test('an agent without a name can continue too', () => {
  expect(continueLabel(hint)).toBe('Continue where you left off')
})

test('a name of any length fits a button', () => {
  expect(continueLabel({ ...hint, name: 'x'.repeat(200) }).length).toBeLessThan(80)
})

test('only the implicit redirect warns about the browser’s history', () => {
  expect(describeGrant('implicit', 'redirect')).toContain('history')
  expect(describeGrant('implicit', 'popup')).not.toContain('history')
  expect(describeGrant('code', 'redirect')).not.toContain('history')
})
