/** LiveChat's client ships no types; these are the calls the test page makes. */
declare module '@livechat/accounts-sdk' {
  interface Travel {
    authorize(): Promise<unknown>
    authorizeData(): Promise<unknown>
  }
  export default class AccountsSDK {
    constructor(options: object)
    options: { server_url: string }
    popup(): Travel
    iframe(): Travel
    redirect(): Travel
  }
}
