import AccountsSDK from '../src/accounts-sdk/index.ts'

/** The global that LiveChat's own script file defines. */
Object.assign(globalThis, { AccountsSDK })
