import { createEvent, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { asked, goTo, inboxOf, isMine, openChat, textsOf } from '../testing/inbox.ts'

const reply = () => screen.findByRole<HTMLTextAreaElement>('textbox', { name: /^(Reply|Note) to/ })
const attached = () => screen.queryByRole('list', { name: 'Attached files' })
const names = () => [...(attached()?.querySelectorAll('bdi') ?? [])].map((one) => one.textContent)
const photo = new File(['pixels'], 'photo.png', { type: 'image/png' })
const plan = new File(['%PDF'], 'plan.pdf', { type: 'application/pdf' })

/** The messages on their way, in order; how files arrive is for a browser to show. */
const outgoing = () =>
  [...screen.getByRole('list', { name: 'Outgoing messages' }).querySelectorAll('.bubble')].map(
    (one) => one.textContent,
  )

const transfer = (files: File[], types = ['Files']) => ({ files, types })

test('files are shown before they are sent, and one that was taken away is not', async () => {
  const { user, sandbox, bend } = await openChat(isMine)
  bend('send_event', { delay: 500 })
  const field = await reply()
  await user.type(field, 'here you are')
  await user.upload(screen.getByLabelText('Attach file'), [photo, plan])
  expect(names()).toEqual(['photo.png', 'plan.pdf'])
  expect(field.value).toBe('here you are')
  expect(asked(sandbox, 'upload_file')).toHaveLength(0)
  await user.click(screen.getByRole('button', { name: 'Remove photo.png' }))
  await user.click(screen.getByRole('button', { name: 'Send' }))
  expect(outgoing()).toEqual(['here you are', 'File: plan.pdf'])
  expect(attached()).toBeNull()
  expect(field.value).toBe('')
})

test('files alone can be sent', async () => {
  const { user, bend } = await openChat(isMine)
  bend('upload_file', { delay: 500 })
  await reply()
  await user.upload(screen.getByLabelText('Attach file'), photo)
  await user.click(screen.getByRole('button', { name: 'Send' }))
  expect(outgoing()).toEqual(['File: photo.png'])
})

test('a picture is pasted as a file, with the text that is there kept; cells are pasted as text', async () => {
  const { user } = await openChat(isMine)
  const field = await reply()
  await user.type(field, 'as on this')
  const paste = (types: string[]) => {
    const event = createEvent.paste(field, { clipboardData: transfer([photo], types) })
    fireEvent(field, event)
    return event.defaultPrevented
  }
  expect(paste(['text/plain', 'text/html', 'Files'])).toBe(false)
  expect(attached()).toBeNull()
  expect(paste(['Files'])).toBe(true)
  expect(names()).toEqual(['photo.png'])
  expect(field.value).toBe('as on this')
})

test('files are dropped anywhere on the conversation', async () => {
  await openChat(isMine)
  await reply()
  const messages = screen.getByRole('region', { name: 'Messages' })
  fireEvent.dragOver(messages, { dataTransfer: transfer([]) })
  await screen.findByPlaceholderText('Drop to attach')
  fireEvent.dragLeave(messages)
  await screen.findByPlaceholderText('Write a reply')
  fireEvent.drop(messages, { dataTransfer: transfer([photo]) })
  await waitFor(() => expect(names()).toEqual(['photo.png']))
})

test('elsewhere on the page a drop does nothing, and the browser does not open it', async () => {
  await openChat(isMine)
  await reply()
  const list = screen.getByRole('list', { name: 'Chats' })
  const drop = (target: Element, types: string[]) => {
    const event = createEvent.drop(target, { dataTransfer: transfer([photo], types) })
    fireEvent(target, event)
    return event.defaultPrevented
  }
  expect(drop(list, ['Files'])).toBe(true)
  expect(drop(list, ['text/uri-list'])).toBe(true)
  const search = screen.getByRole('searchbox', { name: 'Search archives' })
  expect(drop(search, ['Files'])).toBe(true)
  // As the agent would expect of text.
  expect(drop(search, ['text/plain'])).toBe(false)
  expect(attached()).toBeNull()
})

test('a file that is too large is refused at once, and the text stays', async () => {
  const { user, bend } = await openChat(isMine)
  bend('upload_file', { delay: 500 })
  const field = await reply()
  await user.type(field, 'the film')
  const film = new File([new Uint8Array(10 * 1024 * 1024 + 1)], 'film.mov')
  await user.upload(screen.getByLabelText('Attach file'), [film, plan])
  expect(screen.getByRole('alert').textContent).toBe('film.mov is too large. The limit is 10 MB.')
  expect(names()).toEqual(['plan.pdf'])
  await user.click(screen.getByRole('button', { name: 'Send' }))
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
  expect(outgoing()).toEqual(['the film', 'File: plan.pdf'])
})

test('after a note the next message is for the customer again', async () => {
  const { world, chatId, user } = await openChat(isMine)
  await user.click(screen.getByRole('radio', { name: 'Note' }))
  await screen.findByText('Only agents will see this note.')
  await user.type(await reply(), 'ask Jamie{Enter}')
  await screen.findByRole('textbox', { name: 'Reply to customer' })
  expect(screen.queryByText('Only agents will see this note.')).toBeNull()
  await user.type(await reply(), 'one moment{Enter}')
  await waitFor(() => expect(textsOf(world, chatId).at(-1)).toBe('one moment'))
  const events = inboxOf(world).read(chatId)?.threads.at(-1)?.events.slice(-2) ?? []
  expect(events.map(({ visibility }) => visibility)).toEqual(['agents', 'all'])
})

test('what is written after a message that failed waits for it', async () => {
  const { world, chatId, user, bend } = await openChat(isMine)
  bend('send_event', { errorType: 'limit_reached' })
  await user.type(await reply(), 'first{Enter}')
  await screen.findByRole('button', { name: 'Send again' })
  await user.type(await reply(), 'second{Enter}third{Enter}')
  const waiting = await screen.findAllByText('Waiting for the message above')
  expect(waiting).toHaveLength(2)
  const second = within(waiting[0]?.closest('li') ?? document.body)
  await user.click(second.getByRole('button', { name: 'Cancel' }))
  await user.click(screen.getByRole('button', { name: 'Send again' }))
  await waitFor(() => expect(textsOf(world, chatId).slice(-2)).toEqual(['first', 'third']))
})

/** Whether the browser would ask before it leaves the page. */
function asksBeforeLeaving(): boolean {
  const event = new Event('beforeunload', { cancelable: true })
  window.dispatchEvent(event)
  return event.defaultPrevented
}

test('the browser asks before it leaves the page while a message is under way', async () => {
  const { world, chatId, user, bend } = await openChat(isMine)
  expect(asksBeforeLeaving()).toBe(false)
  bend('send_event', { delay: 200 })
  await user.type(await reply(), 'under way{Enter}')
  expect(asksBeforeLeaving()).toBe(true)
  await waitFor(() => expect(textsOf(world, chatId).at(-1)).toBe('under way'))
  await waitFor(() => expect(asksBeforeLeaving()).toBe(false))
  await user.upload(screen.getByLabelText('Attach file'), photo)
  expect(asksBeforeLeaving()).toBe(true)
})

test('a chat with a draft says so in its row once another one is open', async () => {
  const { chatId, user } = await openChat(isMine)
  goTo(`/chats/${chatId}`)
  await user.type(await reply(), 'half a thought')
  const row = () =>
    screen.getByRole('list', { name: 'Chats' }).querySelector(`a[href^="/chats/${chatId}"]`)
  await waitFor(() => expect(row()).not.toBeNull())
  expect(row()?.textContent).not.toContain('Draft')
  goTo('/chats')
  await waitFor(() => expect(row()?.textContent).toContain('Draft'))
})
