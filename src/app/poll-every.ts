import { createContext } from 'react'

/** Milliseconds between two looks for news while the page is visible; 0: only when asked. */
export const PollEvery = createContext(10_000)
