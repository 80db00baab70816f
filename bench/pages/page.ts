/** What every page of the bench needs; the addresses are those of the servers it is built for. */
export const clientId = '9cbf3a968289727cb3cdfe83ab1d9836'
export const accountsUrl: string = import.meta.env.VITE_LIVECHAT_ACCOUNTS_URL
export const apiUrl: string = import.meta.env.VITE_LIVECHAT_API_URL
/** This page, where a redirect comes back to. */
export const pageUrl = location.origin + location.pathname

/** Tells the bench that the token is there. */
export function gotToken(token: string): void {
  markToken('token', token)
}

/** Tells the bench that a token is there which LiveChat was not asked about yet. */
export function gotUncheckedToken(token: string): void {
  markToken('unchecked', token)
}

function markToken(what: string, token: string): void {
  if (!/^dal:/.test(token)) throw new Error(`${token} is no token`)
  window.bench.mark(what)
}

export function onClick(id: string, listener: () => void): void {
  document.querySelector(`#${id}`)?.addEventListener('click', listener)
}
