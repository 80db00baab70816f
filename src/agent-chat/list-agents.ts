import { defineAction } from './define-action.ts'
import { readProfile } from './get-agent.ts'
import { readUnique } from './wire.ts'

/**
 * Lists the agents of the organization with their groups.
 *
 * @see https://platform.text.com/docs/management/configuration-api
 */
export const listAgents = defineAction({
  name: 'list_agents',
  api: 'configuration',
  body: () => ({ fields: ['groups'] }),
  read: (response) => readUnique(response, readProfile, ({ agentId }) => agentId.toLowerCase()),
})
