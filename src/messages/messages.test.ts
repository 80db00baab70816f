import { expect, onTestFinished, test, vi } from 'vitest'
import { menuText } from '../account-menu/menu-text.ts'
import { SignInError } from '../auth/index.ts'
import { signInErrorCodes } from '../auth/sign-in-error.ts'
import { signInLabels } from '../brand/index.ts'
import {
  alternativeText,
  english,
  failureText,
  loadTranslation,
  type Messages,
  messagesIn,
  onMessagesLoaded,
  pageText,
  progressText,
} from './index.ts'

const languages = Object.keys(signInLabels).filter((language) => language !== 'en')

const detailKeys = [
  'client_id_not_found',
  'redirect_uri_not_set',
  'invalid_redirect_uri',
  'too_many_redirects',
] as const

async function load(language: string): Promise<Messages> {
  const messages = await loadTranslation(language)
  if (!messages) throw new Error(`There is no translation for ${language}.`)
  return messages
}

/** What is said in English, by key. */
const inEnglish: Readonly<Record<string, string>> = {
  ...menuText,
  ...pageText(english),
  continueInWindow: progressText('popup', english),
  goingToLiveChat: progressText('redirect', english),
  useWindow: alternativeText('popup', english),
  useThisTab: alternativeText('redirect', english),
  ...Object.fromEntries(
    signInErrorCodes().map((code) => [code, new SignInError(code as 'network').message]),
  ),
  ...Object.fromEntries(
    detailKeys.map((details) => [
      details,
      new SignInError('unauthorized_client', { details }).message,
    ]),
  ),
}

const placeholdersIn = (message = '') => message.match(/\{\w+\}/g) ?? []
const namesIn = (message = '') => [...new Set(message.match(/LiveChat|Google|https?\b/g))].sort()

test.each(languages)('%s has every message, with its placeholders and names', async (language) => {
  const messages: Readonly<Record<string, string>> = { ...(await load(language)) }
  expect(Object.keys(messages).sort()).toEqual(Object.keys(inEnglish).sort())
  for (const [key, message] of Object.entries(messages)) {
    expect([key, placeholdersIn(message)]).toEqual([key, placeholdersIn(inEnglish[key])])
    expect([key, namesIn(message)]).toEqual([key, namesIn(inEnglish[key])])
    expect(message.trim()).toBe(message)
  }
})

/** What is written in Latin letters everywhere. */
const international = /LiveChat|Google|Developer Console|https?|URI|ID|\{\w+\}/g

test.each(['ar', 'he', 'ja', 'ko', 'zh', 'zh-hant'])(
  '%s has no word in Latin letters but names',
  async (language) => {
    const words = Object.values(await load(language)).map((one) => one.replace(international, ''))
    expect(words.filter((one) => /\p{Script=Latin}/u.test(one))).toEqual([])
  },
)

test.each(languages)('%s leaves no message in English', async (language) => {
  const messages: Readonly<Record<string, string>> = { ...(await load(language)) }
  const same = Object.keys(messages).filter((key) => messages[key] === inEnglish[key])
  // Italians and the Dutch say so.
  expect(same.filter((key) => !/^account/.test(key))).toEqual([])
})

/** Until the messages are there, which is said. */
async function untilLoaded(language: string): Promise<void> {
  const listener = vi.fn()
  onTestFinished(onMessagesLoaded(listener))
  expect(messagesIn(language)).toBeUndefined()
  await vi.waitFor(() => expect(listener).toHaveBeenCalledOnce())
}

test('the messages of a page’s language are loaded once, and say so', async () => {
  await untilLoaded('de-AT')
  const messages = messagesIn('de-AT')
  expect(messages?.signOut).toBe('Abmelden')
  expect(messagesIn('de-AT')).toBe(messages)
  await untilLoaded('de_CH.UTF-8')
  expect(messagesIn('de_CH.UTF-8')).toBe(messages)
})

test.each(['en', 'en-GB', 'EN_us.UTF-8', ''])('%j needs no messages', (language) => {
  expect(messagesIn(language)).toBe(english)
})

test.each(['sv', 'eng', 'constructor'])(
  '%s, which has none, is spoken to in English',
  async (language) => {
    await untilLoaded(language)
    expect(messagesIn(language)).toBe(english)
  },
)

test('the page’s own messages take the place of ours, in any language', async () => {
  const own = { signOut: 'Salut' }
  expect(messagesIn('fr', own)).toBeUndefined()
  await vi.waitFor(() => expect(messagesIn('fr')).toBeDefined())
  expect(messagesIn('fr', own)).toMatchObject({ signOut: 'Salut', back: 'Retour' })
  expect(messagesIn('en', own)).toEqual(own)
})

test('a failure is said as the error says it in English, and with its details in any language', async () => {
  const german = await load('de')
  const error = new SignInError('server_error', { details: 'status 500' })
  expect(failureText(error, english)).toBe(error.message)
  expect(failureText(error, german)).toBe(
    'Bei LiveChat ist ein Problem aufgetreten. Versuchen Sie es gleich noch einmal. (\u2068status 500\u2069)',
  )
  expect(failureText(error, { server_error: 'Oh.' })).toBe('Oh. (\u2068status 500\u2069)')
  expect(failureText(new SignInError('network'), german)).toBe(german.network)
})

test.each(detailKeys)('%s says more than the code does', async (details) => {
  const german = await load('de')
  const error = new SignInError('unauthorized_client', { details })
  expect(failureText(error, german)).toBe(german[details])
  expect(failureText(error, english)).toBe(error.message)
})

test('details that are named like something else are details', async () => {
  const german = await load('de')
  const error = new SignInError('network', { details: 'signOut' })
  expect(failureText(error, german)).toBe(`${german.network} (\u2068signOut\u2069)`)
})
