/** The network peer of a request; optional, since calls in process have none. */
export interface Peer {
  remoteAddress?: string
}

export interface Environment {
  Bindings: Peer
}
