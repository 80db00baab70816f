import { onMounted, ref } from 'vue'

/** Where the documents' code expects the sandbox's accounts server. */
export const accountsUrl = 'http://localhost:3001'

/** Whether a page can sign in: the sandbox is there, it is not, or it lets nobody sign in to this origin. */
type SandboxStatus = 'unknown' | 'running' | 'not-running' | 'other-origin'

/** Looks for the sandbox once the page is there, and whenever it is told to. */
export function useSandbox() {
  const status = ref<SandboxStatus>('unknown')

  async function look(): Promise<void> {
    status.value = /^http:\/\/(localhost|127\.0\.0\.1)(:|$)/.test(location.origin)
      ? await askSandbox()
      : 'other-origin'
  }

  onMounted(look)
  return { status, look }
}

/** Asks what a page may ask of the API: unlike a call without a token, that is no error in the console. */
function askSandbox(): Promise<SandboxStatus> {
  const request = { method: 'OPTIONS', signal: AbortSignal.timeout(5_000) }
  return fetch(`${accountsUrl}/v2/info`, request).then(
    () => 'running',
    () => 'not-running',
  )
}
