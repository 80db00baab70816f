import { expect, test } from 'vitest'
import { placePanel } from './place-panel.ts'

const panel = { width: 240, height: 200 }
const window = { width: 1000, height: 800 }
const button = (left: number, top: number) => ({ left, top, width: 40, height: 40 })

test.each([
  ['in the corner at the start', button(10, 10), false, { left: 0, top: 46 }],
  [
    'at the end of the line it stays in the window',
    button(950, 10),
    false,
    { left: -198, top: 46 },
  ],
  ['at the bottom it opens above', button(10, 750), false, { left: 0, top: -206 }],
  ['right to left it begins at the right edge', button(950, 10), true, { left: -200, top: 46 }],
  ['right to left it stays in the window, too', button(10, 10), true, { left: -2, top: 46 }],
])('%s', (_where, box, isRightToLeft, place) => {
  expect(placePanel(box, panel, window, isRightToLeft)).toEqual(place)
})

test('where it fits neither below nor above, it takes the larger side', () => {
  const low = { width: 300, height: 220 }
  expect(placePanel(button(10, 20), panel, low, false).top).toBe(46)
  expect(placePanel(button(10, 150), panel, low, false).top).toBe(-206)
})
