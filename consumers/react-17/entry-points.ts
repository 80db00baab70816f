/** The types of every entry point, as a project without `exports` finds them. */
export type { Session } from 'sign-in-with-livechat'
export type { AccountsClient } from 'sign-in-with-livechat/accounts-api'
export type { AgentChatClient } from 'sign-in-with-livechat/agent-chat'
export type { SignInElementEvents } from 'sign-in-with-livechat/embed'
export type { SignInWithLiveChatElement } from 'sign-in-with-livechat/embed/define'
export type { SignInWithLiveChatProps } from 'sign-in-with-livechat/react'
export type { RunningSandbox } from 'sign-in-with-livechat/sandbox'
export type { SandboxSignIn } from 'sign-in-with-livechat/testing'
