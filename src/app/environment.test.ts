import { expect, test } from 'vitest'
import { liveChatPictures, readEnvironment } from './environment.ts'

test('without settings the app uses the sandbox on this computer', () => {
  expect(readEnvironment({})).toEqual({
    base: '/',
    clientId: '9cbf3a968289727cb3cdfe83ab1d9836',
    accountsUrl: 'http://localhost:3001',
    apiUrl: 'http://localhost:3002',
    pictureSources: ['http://localhost:3002/files/'],
    pollInterval: 10_000,
    sandbox: true,
    personalTokens: false,
  })
})

test('with only a client id the app uses the real LiveChat', () => {
  expect(readEnvironment({ VITE_LIVECHAT_CLIENT_ID: 'abc' })).toEqual({
    base: '/',
    clientId: 'abc',
    accountsUrl: 'https://accounts.livechat.com',
    apiUrl: 'https://api.livechatinc.com',
    pictureSources: liveChatPictures,
    pollInterval: 10_000,
    sandbox: false,
    personalTokens: false,
  })
})

test('the app can live below a path of its site', () => {
  expect(readEnvironment({ BASE_URL: '/desk/' }).base).toBe('/desk/')
  expect(readEnvironment({ BASE_URL: './' }).base).toBe('/')
})

test('each host can be set by itself', () => {
  const environment = readEnvironment({ VITE_LIVECHAT_ACCOUNTS_URL: 'http://accounts.localhost:1' })
  expect(environment.accountsUrl).toBe('http://accounts.localhost:1')
  expect(environment.apiUrl).toBe('http://localhost:3002')
  const { apiUrl } = readEnvironment({ VITE_LIVECHAT_API_URL: 'http://api.localhost:1' })
  expect(apiUrl).toBe('http://api.localhost:1')
})

test('pictures sent on the sandbox come from wherever it is', () => {
  const sources = (variables: object) => readEnvironment({ ...variables }).pictureSources
  const apiUrl = 'http://api.localhost:1'
  expect(sources({ VITE_LIVECHAT_API_URL: apiUrl })).toEqual([`${apiUrl}/files/`])
  expect(sources({ VITE_LIVECHAT_API_URL: apiUrl, VITE_LIVECHAT_CLIENT_ID: 'a' })).toEqual(
    liveChatPictures,
  )
})

test('an empty variable counts as not set, and blanks around one do not count', () => {
  expect(readEnvironment({ VITE_LIVECHAT_CLIENT_ID: ' ' }).sandbox).toBe(true)
  expect(readEnvironment({ VITE_LIVECHAT_CLIENT_ID: ' abc ' }).clientId).toBe('abc')
})

test('scopes are separated by commas or spaces', () => {
  const { scopes } = readEnvironment({ VITE_LIVECHAT_SCOPES: 'chats--access:ro, accounts--my:ro,' })
  expect(scopes).toEqual(['chats--access:ro', 'accounts--my:ro'])
})

test('the poll interval is in whole seconds, or the default', () => {
  const pollInterval = (seconds: string) =>
    readEnvironment({ VITE_LIVECHAT_POLL_SECONDS: seconds }).pollInterval
  expect(pollInterval('3')).toBe(3000)
  expect(pollInterval('90')).toBe(90_000)
  expect(pollInterval('0')).toBe(0)
  for (const nonsense of ['-1', '0.1', 'x', '1e9']) expect(pollInterval(nonsense)).toBe(10_000)
})

test('personal access tokens are for the development server, unless the setting says otherwise', () => {
  const offered = (variables: object) => readEnvironment({ ...variables }).personalTokens
  expect(offered({ DEV: true })).toBe(true)
  expect(offered({ DEV: true, VITE_LIVECHAT_PERSONAL_TOKENS: 'off' })).toBe(false)
  expect(offered({ DEV: false, VITE_LIVECHAT_PERSONAL_TOKENS: 'on' })).toBe(true)
  for (const nonsense of ['true', '1', 'ON', 'dal:a-token']) {
    expect(offered({ DEV: false, VITE_LIVECHAT_PERSONAL_TOKENS: nonsense })).toBe(false)
  }
})

test('pictures come from further hosts only when those are named', () => {
  const sources = (hosts: string) =>
    readEnvironment({ VITE_LIVECHAT_CLIENT_ID: 'a', VITE_LIVECHAT_PICTURE_HOSTS: hosts })
      .pictureSources
  expect(sources('https://shop.example, https://img.example:8443/')).toEqual([
    ...liveChatPictures,
    'https://shop.example/',
    'https://img.example:8443/',
  ])
  for (const wrong of [
    'https:',
    '*',
    'http://shop.example',
    'data:https://a.example',
    'https://a.example;script-src',
    'https://*.example',
  ]) {
    expect(() => sources(wrong)).toThrow('is not an https origin')
  }
})
