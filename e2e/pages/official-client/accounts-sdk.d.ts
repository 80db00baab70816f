/** The calls of LiveChat's client that the test page makes; it ships no types. */
declare module '@livechat/accounts-sdk' {
  interface Travel {
    authorize(): Promise<{ code?: string }>
    authorizeData(): Promise<{ code?: string }>
  }
  export default class AccountsSDK {
    constructor(options: object)
    options: { client_id: string; response_type: string; server_url: string }
    verify(answer: object): { code_verifier?: string } | null
    popup(): Travel
    iframe(): Travel
    redirect(): Travel
  }
}
