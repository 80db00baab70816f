import { render } from '@testing-library/react'
import { expect, test } from 'vitest'
import { withElements } from './with-elements.tsx'

test('elements are put in the places of their names, and every text is alone in its element', () => {
  const { container } = render(
    <p>{withElements('{who} of {place}, now', { who: <bdi>Ada</bdi>, place: <b>Warsaw</b> })}</p>,
  )
  expect(container.innerHTML).toBe(
    '<p><bdi>Ada</bdi> <span>of</span> <b>Warsaw</b><span>, now</span></p>',
  )
})
