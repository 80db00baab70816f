/** What each documented scope allows, in words for the agent who granted it. */
const meanings = {
  'chats--all:ro': 'Read every chat of the organization.',
  'chats--all:rw': 'Read, answer and close every chat of the organization.',
  'chats--access:ro': 'Read the chats you have access to.',
  'chats--access:rw': 'Read, answer and close the chats you have access to.',
  'chats--my:ro': 'Read your chats.',
  'chats--my:rw': 'Read, answer and close your chats.',
  'chats.conversation--all:rw': 'Read and send messages in every chat.',
  'chats.conversation--access:rw': 'Read and send messages in your groups’ chats.',
  'chats.conversation--my:rw': 'Read and send messages in your chats.',
  'agents--my:ro': 'Read your agent profile.',
  'agents--my:rw': 'Read and change your agent profile, including whether you accept chats.',
  'agents--all:ro': 'Read the profile of every agent.',
  'agents--all:rw': 'Read and change the profile of every agent.',
  'agents-bot--my:ro': 'Read the chatbots of this app.',
  'agents-bot--my:rw': 'Add, change and remove chatbots of this app.',
  'agents-bot--all:ro': 'Read every chatbot.',
  'agents-bot--all:rw': 'Remove any chatbot.',
  'groups--my:ro': 'Read the groups you belong to.',
  'groups--my:rw': 'Read and change the groups you belong to.',
  'groups--all:ro': 'Read every group.',
  'groups--all:rw': 'Read and change every group.',
  'customers:ro': 'Read your customers’ details.',
  'customers:rw': 'Read and change your customers’ details.',
  'customers.ban:rw': 'Ban customers.',
  'customers:own': 'Create customers and act on their behalf.',
  'multicast:rw': 'Send notifications to everyone connected.',
  'access_rules:ro': 'Read the chat routing rules.',
  'access_rules:rw': 'Read and change the chat routing rules.',
  'canned_responses--groups:ro': 'Read the canned responses of your groups.',
  'canned_responses--groups:rw': 'Read and change the canned responses of your groups.',
  'canned_responses--all:ro': 'Read every canned response.',
  'canned_responses--all:rw': 'Read and change every canned response.',
  'properties--my:ro': 'Read this app’s property definitions.',
  'properties--my:rw': 'Read and change this app’s property definitions.',
  'properties--all:ro': 'Read every app’s property definitions.',
  'properties.configuration:rw': 'Change how properties are set up.',
  'properties.license.value--my:rw': 'Read and set this app’s license properties.',
  'properties.license.value--all:rw': 'Read and set every license property.',
  'properties.group.value--my:rw': 'Read and set this app’s group properties.',
  'properties.group.value--all:rw': 'Read and set every group property.',
  'tags--groups:ro': 'Read the tags of your groups.',
  'tags--groups:rw': 'Read and change the tags of your groups.',
  'tags--all:ro': 'Read every tag.',
  'tags--all:rw': 'Read and change every tag.',
  'webhooks--my:ro': 'Read the webhooks of this app.',
  'webhooks--my:rw': 'Read and change the webhooks of this app.',
  'webhooks--all:ro': 'Read every webhook.',
  'webhooks--all:rw': 'Read and change every webhook.',
  'webhooks.state:ro': 'See whether webhooks are turned on.',
  'webhooks.state:rw': 'Turn webhooks on and off.',
  'webhooks.configuration:rw': 'Change webhook settings.',
  'accounts--my:ro': 'Read your name, email and picture.',
  'accounts--my:rw': 'Read and change your name, email and picture.',
  'accounts--all:ro': 'Read every account of the organization.',
  'accounts--all:rc': 'Read every account of the organization and add new ones.',
  'accounts--all:rw': 'Read, change and remove every account of the organization.',
  'accounts.roles--all:ro': 'Read everyone’s roles.',
  'accounts.roles--all:rw': 'Read and change everyone’s roles.',
  'accounts.roles.lc--all:rw': 'Read and change everyone’s roles in LiveChat.',
  'sessions--my:ro': 'See where you’re signed in.',
  'sessions--my:rw': 'See where you’re signed in, and sign you out there.',
  'organization--my:rw': 'Change organization settings.',
} satisfies Record<string, string>

const readChats = 'Shows your chats and archives.'
const workInChats = 'Shows, answers and closes your chats.'

/** What this app uses a scope for; it does not use the ones that are missing here. */
const usesHere: Readonly<Partial<Record<keyof typeof meanings, string>>> = {
  'chats--all:ro': readChats,
  'chats--all:rw': workInChats,
  'chats--access:ro': readChats,
  'chats--access:rw': workInChats,
  'customers:ro': 'Shows customer details next to their chat.',
  'customers:rw': 'Shows customer details next to their chat.',
  'accounts--my:ro': 'Shows who is signed in.',
  'accounts--my:rw': 'Shows who is signed in.',
  'agents--my:ro': 'Shows your role on this page.',
  'agents--my:rw': 'Shows your role on this page, and switches whether you accept chats.',
  'agents--all:ro': 'Shows your role on this page.',
  'agents--all:rw': 'Shows your role on this page.',
  'accounts.roles--all:ro': 'Shows your role on this page.',
  'accounts.roles--all:rw': 'Shows your role on this page.',
  'sessions--my:ro': 'Lists your sessions on this page.',
  'sessions--my:rw': 'Lists your sessions on this page and signs you out of them.',
}

export interface ScopeDescription {
  /** What LiveChat allows with it; undefined for a scope LiveChat does not document. */
  means: string | undefined
  /** What this app does with it; undefined when nothing. */
  here: string | undefined
}

/** Describes a scope in words. */
export function describeScope(scope: string): ScopeDescription {
  if (!isKnown(scope)) return { means: undefined, here: undefined }
  return { means: meanings[scope], here: usesHere[scope] }
}

function isKnown(scope: string): scope is keyof typeof meanings {
  return Object.hasOwn(meanings, scope)
}
