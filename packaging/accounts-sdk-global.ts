import AccountsSDK from '../src/accounts-sdk/index.ts'

/** Pages without a bundler find LiveChat's client under this name. */
Object.assign(globalThis, { AccountsSDK })
