import type { NextConfig } from 'next'

// The pages are rendered when they are built, and hydrated in the browser.
const config: NextConfig = { output: 'export' }

export default config
