import { AgentChatError } from './agent-chat-error.ts'
import { type CustomerDetails, toCustomerDetails } from './customer-details.ts'

/** @throws {AgentChatError} `invalid_response` when it is no customer. */
export function toGotCustomer(value: unknown): CustomerDetails {
  const customer = toCustomerDetails(value)
  if (!customer) throw new AgentChatError('invalid_response', 'get_customer')
  return customer
}
