import { expect, test } from 'vitest'
import { fileSize } from './file-size.ts'

test.each([
  [0, '0 bytes'],
  [512, '512 bytes'],
  [1024, '1 kB'],
  [1536, '2 kB'],
  [184_320, '180 kB'],
  [3_565_158, '3.4 MB'],
  [10_485_760, '10 MB'],
  [52_428_800, '50 MB'],
  [1e15, '931,323 GB'],
])('%d bytes are %s', (bytes, words) => {
  expect(fileSize(bytes, 'en')).toBe(words)
})
