import type { Messages } from './messages.ts'

/** Dutch. Translated by a machine: if it is your language, please mend what does not sound right. */
export const messages: Messages = {
  continueInWindow: 'Ga verder in het inlogvenster. Zie je het niet? Klik nog eens op de knop.',
  goingToLiveChat: 'Je gaat naar LiveChat…',
  useWindow: 'In plaats daarvan een inlogvenster gebruiken',
  useThisTab: 'In plaats daarvan dit tabblad gebruiken',

  account: 'Account',
  accountOf: 'Account: {name}',
  loading: 'Laden…',
  loadFailed: 'Je account kon niet worden geladen.',
  tryAgain: 'Opnieuw proberen',
  staySignedIn: 'Ingelogd blijven',
  switchTo: 'Overschakelen naar {organization}',
  switchToOwn: 'Overschakelen naar je eigen organisatie',
  ownOrganization: 'Je eigen organisatie',
  switchAccount: 'Ander account gebruiken',
  signOut: 'Uitloggen',
  expiresIn: 'Sessie verloopt over {time}',

  signInFailed: 'Inloggen is mislukt',
  back: 'Terug',

  unsupported_browser:
    'Deze browser is te oud om in te loggen met LiveChat. Werk hem bij en probeer het opnieuw.',
  insecure_context:
    'Deze pagina is geopend via http, waar je browser niet kan inloggen. Open haar via https.',
  configuration: 'Inloggen is niet goed ingesteld. Laat het de ontwikkelaar van deze pagina weten.',
  popup_blocked:
    'Je browser heeft het inlogvenster geblokkeerd. Sta pop-ups toe of log in zonder pop-up.',
  popup_closed: 'Het inlogvenster is gesloten voordat je klaar was. Log opnieuw in.',
  popup_isolated:
    'Het inlogvenster heeft het contact met deze pagina verloren. Sluit het en log in zonder pop-up.',
  timed_out: 'Het inloggen duurde te lang. Log opnieuw in.',
  aborted: 'Het inloggen is geannuleerd.',
  storage_unavailable:
    'Je browser blokkeert opslag voor deze pagina. Sta die toe of log in met een pop-up.',
  redirect_loop:
    'Deze pagina heeft je meerdere keren achter elkaar naar LiveChat gestuurd. Wacht een halve minuut en log dan opnieuw in.',

  network: 'LiveChat is niet bereikbaar. Controleer je verbinding en probeer het opnieuw.',
  invalid_response:
    'LiveChat heeft een antwoord gestuurd dat deze pagina niet begrijpt. Probeer het zo opnieuw.',
  revocation_failed:
    'Je bent hier uitgelogd, maar LiveChat is niet bereikbaar. Je toegang verloopt vanzelf.',

  state_mismatch: 'Dit antwoord hoort niet bij een inlogpoging op deze pagina. Log opnieuw in.',
  state_expired: 'Deze inlogpoging is te lang geleden begonnen. Log opnieuw in.',
  malformed_response:
    'Het antwoord op de inlogpoging was onvolledig of tegenstrijdig. Log opnieuw in.',
  other_account:
    'Je hebt met een ander account ingelogd. Log opnieuw in en kies het account van deze pagina.',

  signed_out: 'Je bent niet ingelogd. Log opnieuw in.',
  session_expired: 'Je sessie is verlopen. Log opnieuw in.',
  session_refused: 'LiveChat accepteert deze sessie niet meer. Log opnieuw in.',

  invalid_request:
    'LiveChat begrijpt deze pagina niet. Laat het de ontwikkelaar van deze pagina weten.',
  unauthorized_client:
    'Deze app mag je niet inloggen. Vraag de ontwikkelaar van deze pagina om de client-ID en de redirect-URI in Developer Console te controleren.',
  access_denied:
    'De toegang is geweigerd. Log opnieuw in en sta de toegang toe, of vraag het je beheerder.',
  unsupported_response_type:
    'Deze app mag je niet op deze manier inloggen. Laat het de ontwikkelaar van deze pagina weten.',
  invalid_scope:
    'Deze app vroeg om meer toegang dan je rol toestaat. Log in als beheerder of laat het de ontwikkelaar van deze pagina weten.',
  server_error: 'Er is een probleem bij LiveChat. Probeer het zo opnieuw.',
  temporarily_unavailable: 'LiveChat is overbelast of in onderhoud. Probeer het zo opnieuw.',
  unsupported_grant_type:
    'Deze app mag je niet op deze manier inloggen. Laat het de ontwikkelaar van deze pagina weten.',
  invalid_grant: 'Deze inlogpoging is niet meer geldig. Log opnieuw in.',
  invalid_client:
    'LiveChat kent deze app niet. Vraag de ontwikkelaar van deze pagina om de client-ID te controleren.',
  missing_grant: 'Deze app heeft geen toegang gekregen. Log opnieuw in en sta de toegang toe.',
  unauthorized: 'Je bent niet ingelogd bij LiveChat. Log opnieuw in.',
  identity_lost: 'Je LiveChat-sessie is beëindigd. Log opnieuw in.',
  credentials_login_disabled:
    'Je account staat geen wachtwoorden toe. Log in met Google of via je bedrijf.',
  unknown_error:
    'Het inloggen is om een onbekende reden mislukt. Laat het de ontwikkelaar van deze pagina weten.',

  client_id_not_found:
    'LiveChat kent deze app niet. Vraag de ontwikkelaar van deze pagina om de client-ID te controleren.',
  redirect_uri_not_set:
    'De lijst met toegestane redirect-URI’s van deze app is leeg. Laat het de ontwikkelaar van deze pagina weten.',
  invalid_redirect_uri:
    'Deze pagina staat niet op de lijst met toegestane redirect-URI’s van haar app. Laat het de ontwikkelaar van deze pagina weten.',
  too_many_redirects:
    'Deze pagina heeft je meerdere keren achter elkaar naar LiveChat gestuurd. Wacht een halve minuut en log dan opnieuw in.',
}
