import { render } from '@testing-library/react'
import { expect, test } from 'vitest'
import { NameList } from './name-list.tsx'

test.each([
  ['en', 'Ada and Jamie'],
  ['de', 'Ada und Jamie'],
  ['ja', 'Ada、Jamie'],
  ['ar', 'Ada وJamie'],
])('names are listed as %s does, each in its own direction', (locale, list) => {
  const { container } = render(<NameList names={['Ada', 'Jamie']} locale={locale} />)
  expect(container.textContent).toBe(list)
  expect(container.querySelectorAll('bdi')).toHaveLength(2)
})
