import type { Config } from '@react-router/dev/config'

// The page is rendered when it is built, and hydrated in the browser.
export default { ssr: false, prerender: true } satisfies Config
