export {
  createServerSession,
  type ServerSession,
  type ServerSessionOptions,
} from './server-session.ts'
