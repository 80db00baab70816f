import { expect, test } from 'vitest'
import { transferredFiles } from './transferred-files.ts'

const file = new File(['x'], 'x.png')
const transfer = (...types: string[]) => ({ types, files: [file] }) as unknown as DataTransfer

test.each([
  ['a screenshot', ['Files']],
  ['a picture of a web page', ['text/html', 'Files']],
  ['a file with its name, as macOS copies it', ['text/plain', 'Files']],
])('%s is a file', (_, types) => {
  expect(transferredFiles(transfer(...types))).toEqual([file])
})

test.each([
  ['cells of a spreadsheet', ['text/plain', 'text/html', 'text/rtf', 'Files']],
  ['a paragraph of a word processor', ['text/plain', 'text/rtf', 'Files']],
])('%s are text, although there is a picture of them', (_, types) => {
  expect(transferredFiles(transfer(...types))).toEqual([])
})

test('without a transfer there are no files', () => {
  expect(transferredFiles(null)).toEqual([])
})
