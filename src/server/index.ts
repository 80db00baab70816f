export {
  createServerSignIn,
  type ServerSignIn,
  type ServerSignInOptions,
} from './server-sign-in.ts'
