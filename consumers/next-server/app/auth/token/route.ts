import { auth } from '../livechat'

export const POST = auth.token
