import type { Messages } from './messages.ts'

/** French. Translated by a machine: if it is your language, please mend what does not sound right. */
export const messages: Messages = {
  continueInWindow:
    'Continuez dans la fenêtre de connexion. Vous ne la voyez pas\u202f? Cliquez à nouveau sur le bouton.',
  goingToLiveChat: 'Redirection vers LiveChat…',
  useWindow: 'Utiliser plutôt une fenêtre de connexion',
  useThisTab: 'Utiliser plutôt cet onglet',

  account: 'Compte',
  accountOf: 'Compte\u00a0: {name}',
  loading: 'Chargement…',
  loadFailed: 'Impossible de charger votre compte.',
  tryAgain: 'Réessayer',
  staySignedIn: 'Rester connecté',
  switchTo: 'Passer à {organization}',
  switchToOwn: 'Passer à votre propre organisation',
  ownOrganization: 'Votre propre organisation',
  switchAccount: 'Changer de compte',
  signOut: 'Se déconnecter',
  expiresIn: 'La session expire dans {time}',

  signInFailed: 'Échec de la connexion',
  back: 'Retour',

  unsupported_browser:
    'Ce navigateur est trop ancien pour se connecter avec LiveChat. Mettez-le à jour, puis réessayez.',
  insecure_context:
    'Cette page a été ouverte en http, où votre navigateur ne peut pas vous connecter. Ouvrez-la en https.',
  configuration:
    'La connexion n’est pas configurée correctement. Prévenez le développeur de cette page.',
  popup_blocked:
    'Votre navigateur a bloqué la fenêtre de connexion. Autorisez les pop-ups ou connectez-vous sans pop-up.',
  popup_closed: 'La fenêtre de connexion a été fermée avant la fin. Connectez-vous à nouveau.',
  popup_isolated:
    'La fenêtre de connexion a perdu le contact avec cette page. Fermez-la et connectez-vous sans pop-up.',
  timed_out: 'La connexion a pris trop de temps. Connectez-vous à nouveau.',
  aborted: 'La connexion a été annulée.',
  storage_unavailable:
    'Votre navigateur bloque le stockage de cette page. Autorisez-le ou connectez-vous avec une pop-up.',
  redirect_loop:
    'Cette page vous a envoyé vers LiveChat plusieurs fois de suite. Attendez une demi-minute, puis connectez-vous à nouveau.',

  network: 'LiveChat est injoignable. Vérifiez votre connexion internet et réessayez.',
  invalid_response:
    'LiveChat a envoyé une réponse que cette page ne comprend pas. Réessayez dans un instant.',
  revocation_failed:
    'Vous êtes déconnecté ici, mais LiveChat est injoignable. Votre accès expirera de lui-même.',

  state_mismatch:
    'Cette réponse ne correspond à aucune connexion commencée ici. Connectez-vous à nouveau.',
  state_expired: 'Cette connexion a été commencée il y a trop longtemps. Connectez-vous à nouveau.',
  malformed_response:
    'La réponse à la connexion était incomplète ou contradictoire. Connectez-vous à nouveau.',
  other_account:
    'Vous vous êtes connecté avec un autre compte. Connectez-vous à nouveau et choisissez celui de cette page.',

  signed_out: 'Vous n’êtes pas connecté. Connectez-vous à nouveau.',
  session_expired: 'Votre session a expiré. Connectez-vous à nouveau.',
  session_refused: 'LiveChat n’accepte plus cette session. Connectez-vous à nouveau.',

  invalid_request: 'LiveChat ne comprend pas cette page. Prévenez le développeur de cette page.',
  unauthorized_client:
    'Cette application n’est pas autorisée à vous connecter. Demandez au développeur de cette page de vérifier l’identifiant client et l’URI de redirection dans Developer Console.',
  access_denied:
    'L’accès a été refusé. Connectez-vous à nouveau et autorisez l’accès, ou adressez-vous à votre administrateur.',
  unsupported_response_type:
    'Cette application n’est pas autorisée à vous connecter de cette façon. Prévenez le développeur de cette page.',
  invalid_scope:
    'Cette application a demandé plus d’accès que votre rôle n’en permet. Connectez-vous en tant qu’administrateur ou prévenez le développeur de cette page.',
  server_error: 'LiveChat a rencontré un problème. Réessayez dans un instant.',
  temporarily_unavailable: 'LiveChat est surchargé ou en maintenance. Réessayez dans un instant.',
  unsupported_grant_type:
    'Cette application n’est pas autorisée à vous connecter de cette façon. Prévenez le développeur de cette page.',
  invalid_grant: 'Cette connexion n’est plus valable. Connectez-vous à nouveau.',
  invalid_client:
    'LiveChat ne connaît pas cette application. Demandez au développeur de cette page de vérifier l’identifiant client.',
  missing_grant:
    'Cette application n’a pas reçu d’accès. Connectez-vous à nouveau et autorisez l’accès.',
  unauthorized: 'Vous n’êtes pas connecté à LiveChat. Connectez-vous à nouveau.',
  identity_lost: 'Votre session LiveChat est terminée. Connectez-vous à nouveau.',
  credentials_login_disabled:
    'Votre compte n’autorise pas les mots de passe. Connectez-vous avec Google ou par votre entreprise.',
  unknown_error:
    'La connexion a échoué pour une raison inconnue. Prévenez le développeur de cette page.',

  client_id_not_found:
    'LiveChat ne connaît pas cette application. Demandez au développeur de cette page de vérifier l’identifiant client.',
  redirect_uri_not_set:
    'La liste des URI de redirection autorisés de cette application est vide. Prévenez le développeur de cette page.',
  invalid_redirect_uri:
    'Cette page ne figure pas dans la liste des URI de redirection autorisés de son application. Prévenez le développeur de cette page.',
  too_many_redirects:
    'Cette page vous a envoyé vers LiveChat plusieurs fois de suite. Attendez une demi-minute, puis connectez-vous à nouveau.',
}
