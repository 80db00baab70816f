import type { ResumeResult, SignInClient } from '../auth/index.ts'
import type { Environment } from './environment.ts'

export interface AppProps {
  client: SignInClient
  environment: Environment
  resumed: ResumeResult
}
