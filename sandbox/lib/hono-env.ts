/** What a handler knows beside the request; in process there is no network, so everything is optional. */
export interface Peer {
  remoteAddress?: string
}

export interface Environment {
  Bindings: Peer
}
