export interface DeactivateChatRequest {
  chatId: string
  /** Also when the agent takes no part in it; default false. */
  ignorePresence?: boolean
}

export function deactivateChatBody({ chatId, ignorePresence }: DeactivateChatRequest): object {
  return { id: chatId, ignore_requester_presence: ignorePresence ?? false }
}
