import { useState } from 'react'

export interface ChatAction {
  /** What is being done now. */
  doing: string | undefined
  /** Which one failed last, and why; gone with the next. */
  failed: string | undefined
  error: Error | undefined
  run: (name: string, action: () => Promise<unknown>) => void
}

/** One change to a chat at a time; afterwards the views look for what became of it. */
export function useChatAction(after: () => Promise<unknown>): ChatAction {
  const [doing, setDoing] = useState<string>()
  const [failure, setFailure] = useState<{ name: string; error: Error }>()
  const perform = async (name: string, action: () => Promise<unknown>) => {
    setDoing(name)
    setFailure(undefined)
    try {
      await action()
    } catch (thrown) {
      setFailure({ name, error: thrown instanceof Error ? thrown : new Error(String(thrown)) })
    }
    // Also after a refusal: it often means that the chat is not as it was shown.
    await after()
    setDoing(undefined)
  }
  return {
    doing,
    failed: failure?.name,
    error: failure?.error,
    run: (name, action) => void perform(name, action),
  }
}
