import { readCustomerDetails } from './customer-details.ts'
import { defineAction } from './define-action.ts'

/** Gets what LiveChat knows about a customer, by their id. */
export const getCustomer = defineAction({
  name: 'get_customer',
  body: (customerId: string) => ({ id: customerId }),
  read: readCustomerDetails,
})
