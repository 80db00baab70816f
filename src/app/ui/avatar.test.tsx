import { render } from '@testing-library/react'
import { expect, test } from 'vitest'
import { Avatar } from './avatar.tsx'

test.each([
  ['e\u0301mile 👩‍🚀', 'E\u0301👩‍🚀'],
  ['🇵🇱 ßenbach', '🇵🇱ß'],
  ['क्षमा 👍🏽', 'क्ष👍🏽'],
])('the initials of %s are drawn as %s', (name, letters) => {
  const { container } = render(<Avatar id="C1" name={name} url={undefined} />)
  expect(container.textContent).toBe(letters)
})
