export interface ExceptionDescription {
  cause: string
  remedy: string
}

const catalogue: Record<string, ExceptionDescription> = {
  client_id_not_found: {
    cause: 'No app has this client ID.',
    remedy:
      "Copy the client ID from the app's page in Developer Console. In this sandbox, use one of the IDs in sandbox/README.md, or add your own.",
  },
  redirect_uri_not_set: {
    cause: 'The app has no redirect URI, so there is nowhere to send you back to.',
    remedy: "In Developer Console, add the address of the app's sign-in page to its redirect URIs.",
  },
  invalid_redirect_uri: {
    cause: "The redirect URI in the request isn't registered for this app.",
    remedy:
      'Check the scheme, host, port, path and trailing slash. localhost and 127.0.0.1 are different hosts, and a redirect URI can have no query or fragment.',
  },
  too_many_redirects: {
    cause: 'The app sent you here too many times in the last 30 seconds.',
    remedy:
      'Wait 30 seconds, then try again. An app should show an error and let you retry instead of redirecting again by itself.',
  },
  invalid_request: {
    cause: 'A parameter in the request is missing, invalid or repeated.',
    remedy:
      'Send response_type, client_id and redirect_uri once each. A JavaScript app that requests a code also needs a code_challenge of 43 to 128 characters.',
  },
  unauthorized_client: {
    cause: "This app isn't allowed to request a token this way.",
    remedy: "Check the app's client ID, redirect URI and type in Developer Console.",
  },
  access_denied: {
    cause: 'You were denied access.',
    remedy:
      'The app may belong to another organization, or your account may not be a member of the requested one. Sign in with another account.',
  },
  unsupported_response_type: {
    cause: 'The response type is neither "token" nor "code".',
    remedy: 'Send response_type=token or response_type=code.',
  },
  invalid_scope: {
    cause: 'The app requested a permission that it or you cannot have.',
    remedy:
      'Request only scopes that are set for the app in Developer Console. Some scopes are for administrators only, and other agents cannot use an app that has them.',
  },
  server_error: {
    cause: 'Something went wrong on the accounts server.',
    remedy: 'Try again in a moment.',
  },
  temporarily_unavailable: {
    cause: 'The accounts server is too busy.',
    remedy: 'Try again in a moment.',
  },
  unsupported_grant_type: {
    cause: 'The app used a grant type that is not supported.',
    remedy: 'Use authorization_code or refresh_token.',
  },
  invalid_grant: {
    cause: 'The code or token has expired, has already been used or was revoked.',
    remedy: 'Go back to the app and sign in again.',
  },
  invalid_client: {
    cause: 'The app could not be authenticated.',
    remedy: 'Check its client ID and secret.',
  },
  missing_grant: {
    cause: "You haven't granted the app the access it requested.",
    remedy: 'Go back to the app, sign in again and choose Allow.',
  },
  unauthorized: {
    cause: 'You are not signed in.',
    remedy: 'Sign in.',
  },
  identity_lost: {
    cause: 'Your session has ended.',
    remedy: 'Sign in again.',
  },
  credentials_login_disabled: {
    cause: 'This account cannot sign in with a password.',
    remedy:
      'Use the sign-in method your organization has chosen, such as Google or single sign-on.',
  },
}

/** What went wrong and what to do, for any exception or detail (docs/protocol.md 7). */
export function describeException(exception: string, details = ''): ExceptionDescription {
  return (
    lookUp(details) ??
    lookUp(exception) ?? {
      cause: 'Sign-in failed for an unknown reason.',
      remedy: 'Go back to the app and try again.',
    }
  )
}

function lookUp(name: string): ExceptionDescription | undefined {
  return Object.hasOwn(catalogue, name) ? catalogue[name] : undefined
}
