import { useState } from 'react'

export interface ChatAction {
  /** What is being done now. */
  doing: string | undefined
  /** The action that failed last, and why; cleared by the next. */
  failed: string | undefined
  error: Error | undefined
  run: (name: string, action: () => Promise<unknown>) => void
}

/** Runs one change to a chat at a time, then refreshes the views. */
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
    // Also after a refusal, which often means that the chat has changed.
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
