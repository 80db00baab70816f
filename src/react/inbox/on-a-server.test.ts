import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { createSignInClient } from '../../auth/index.ts'
import {
  createInboxClient,
  InboxProvider,
  useChatList,
  useComposer,
  useConversation,
  useLiveStatus,
  useRoutingStatus,
  useTyping,
  useUnread,
} from './index.ts'

function Everything() {
  const { rows } = useChatList('mine')
  const { chat } = useConversation('Q1')
  const { outgoing } = useComposer('Q1')
  const { typing } = useTyping('Q1')
  const { status = 'unknown' } = useRoutingStatus()
  const shown = [rows ?? null, chat ?? null, outgoing, typing, status]
  return createElement('p', {}, JSON.stringify([...shown, useUnread(), useLiveStatus().status]))
}

// These tests run without a page, like the server that renders one.
test('a server renders an inbox as nobody is signed in (F37)', () => {
  const client = createInboxClient(createSignInClient({ clientId: 'app' }))
  const html = renderToString(createElement(InboxProvider, { client }, createElement(Everything)))
  expect(html.replaceAll('&quot;', '"')).toBe('<p>[null,null,[],[],"unknown",0,"idle"]</p>')
})
