import { expect, test } from 'vitest'
import { liveChatPictures } from '../environment.ts'
import { isFromSource } from './picture-sources.ts'

test.each([
  'https://cdn.livechat-files.com/api/file/lc/img/1/a.png',
  'https://cdn.files-text.com/us-south1/api/lc/att/1/a.png?x=1',
  'https://cdn.livechatinc.com/avatars/1.png',
  'https://livechat.s3.amazonaws.com/default/avatars/male_8.jpg',
])('%s is a picture of LiveChat', (url) => {
  expect(isFromSource(url, liveChatPictures)).toBe(true)
})

test.each([
  'https://evil.example/cdn.livechat-files.com/a.png',
  'https://cdn.livechat-files.com.evil.example/a.png',
  'https://cdn.livechat-files.com@evil.example/a.png',
  'https://cdn.livechat-files.com:8443/a.png',
  'http://cdn.livechat-files.com/a.png',
  'https://evil.s3.amazonaws.com/default/avatars/a.png',
  // Fetches whatever address it is given.
  'https://cdn.livechatinc.com/cloud/?uri=https://evil.example/a.png',
  'https://cdn.livechatinc.com/avatars/../cloud/?uri=https://evil.example/a.png',
  'data:image/png;base64,AA==',
  'a.png',
])('%s is not', (url) => {
  expect(isFromSource(url, liveChatPictures)).toBe(false)
})

test('a source that ends without a slash is one picture', () => {
  const source = 'https://cdn.example.com/logo.png'
  expect(isFromSource(source, [source])).toBe(true)
  expect(isFromSource(`${source}/other.png`, [source])).toBe(false)
  expect(isFromSource('https://cdn.example.com/', [source])).toBe(false)
})
