import { AgentChatError } from '../../agent-chat/index.ts'

/** Why a token cannot be used, in words. */
export function tokenTroubleInWords(thrown: unknown): string {
  if (!(thrown instanceof AgentChatError)) return 'That did not work. Type the token again.'
  return thrown.code === 'authentication'
    ? 'LiveChat does not accept this token for this account. Check the account id, then type the token again. It may have been deleted.'
    : `${thrown.message} Then type the token again.`
}
