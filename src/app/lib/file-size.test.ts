import { expect, test } from 'vitest'
import { fileSize } from './file-size.ts'

test.each([
  [0, '0 bytes'],
  [512, '512 bytes'],
  [184_320, '180 KB'],
  [3_565_158, '3.4 MB'],
  [52_428_800, '50 MB'],
  [1e15, '931323 GB'],
])('%d bytes are %s', (bytes, words) => {
  expect(fileSize(bytes)).toBe(words)
})
