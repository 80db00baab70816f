import { auth } from '../livechat'

export const POST = auth.signOut
