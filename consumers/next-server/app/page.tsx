import { Chats } from './chats'

export default function Page() {
  return <Chats />
}
