import { auth } from '../livechat'

export const GET = auth.callback
