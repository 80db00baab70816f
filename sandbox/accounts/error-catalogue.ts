export interface ExceptionDescription {
  cause: string
  remedy: string
}

const words: Record<string, ExceptionDescription> = {
  client_id_not_found: {
    cause: 'No app has the client id that was sent.',
    remedy:
      "Copy the client id from the app's page in Developer Console. In this sandbox, use one of the ids in sandbox/README.md or add yours.",
  },
  redirect_uri_not_set: {
    cause: 'The app has no redirect URI, so there is nowhere to send the answer.',
    remedy: "Add the address of the page that signs people in to the app's redirect URIs.",
  },
  invalid_redirect_uri: {
    cause: "The redirect URI that was sent is not one of the app's.",
    remedy:
      'Compare scheme, host, port, path and trailing slash with the registered ones: localhost and 127.0.0.1 differ, and neither query nor fragment is allowed.',
  },
  too_many_redirects: {
    cause: 'The app sent you here again and again within half a minute.',
    remedy:
      'Wait 30 seconds. An app must show an error and let people try again, not start over by itself.',
  },
  invalid_request: {
    cause: 'A parameter of the request is missing, malformed or repeated.',
    remedy:
      'Send response_type, client_id and redirect_uri once each. A JavaScript app that asks for a code also needs a code_challenge of 43 to 128 characters.',
  },
  unauthorized_client: {
    cause: 'This app may not ask for a token this way.',
    remedy: 'Check the client id, the redirect URI and the type of the app in Developer Console.',
  },
  access_denied: {
    cause: 'The sign-in was refused.',
    remedy:
      'The app may belong to another organization, or your account may not be a member of the one it asked for. Sign in with another account.',
  },
  unsupported_response_type: {
    cause: 'The response type is neither "token" nor "code".',
    remedy: 'Send response_type=token or response_type=code.',
  },
  invalid_scope: {
    cause: 'The app asks for more than it or you may have.',
    remedy:
      'Ask only for scopes chosen for the app in Developer Console. Some of them need an administrator: a plain agent cannot use such an app.',
  },
  server_error: {
    cause: 'The accounts server failed.',
    remedy: 'Try again in a moment.',
  },
  temporarily_unavailable: {
    cause: 'The accounts server is too busy.',
    remedy: 'Try again in a moment.',
  },
  unsupported_grant_type: {
    cause: 'The app used a grant that is turned off.',
    remedy: 'Use authorization_code or refresh_token.',
  },
  invalid_grant: {
    cause: 'The code or token has expired, was used already or was revoked.',
    remedy: 'Go back to the app and sign in again.',
  },
  invalid_client: {
    cause: 'The app could not prove who it is.',
    remedy: 'Check its client id and secret.',
  },
  missing_grant: {
    cause: 'You have not allowed the app what it asks for.',
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
    remedy: 'Use the way your organization chose, such as Google or single sign-on.',
  },
}

/** What went wrong and what to do, for any exception or detail of section 7. */
export function describeException(exception: string, details = ''): ExceptionDescription {
  return (
    find(details) ??
    find(exception) ?? {
      cause: 'The sign-in failed for a reason this page does not know.',
      remedy: 'Go back to the app and try again.',
    }
  )
}

function find(name: string): ExceptionDescription | undefined {
  return Object.hasOwn(words, name) ? words[name] : undefined
}
