import type { Messages } from './messages.ts'

/** German. Translated by a machine: if it is your language, please mend what does not sound right. */
export const messages: Messages = {
  continueInWindow:
    'Fahren Sie im Anmeldefenster fort. Nicht zu sehen? Klicken Sie noch einmal auf die Schaltfläche.',
  goingToLiveChat: 'Sie werden zu LiveChat weitergeleitet …',
  useWindow: 'Stattdessen ein Anmeldefenster verwenden',
  useThisTab: 'Stattdessen diesen Tab verwenden',

  account: 'Konto',
  accountOf: 'Konto: {name}',
  loading: 'Wird geladen …',
  loadFailed: 'Ihr Konto konnte nicht geladen werden.',
  tryAgain: 'Erneut versuchen',
  staySignedIn: 'Angemeldet bleiben',
  switchTo: 'Zu {organization} wechseln',
  switchToOwn: 'Zur eigenen Organisation wechseln',
  ownOrganization: 'Eigene Organisation',
  switchAccount: 'Konto wechseln',
  signOut: 'Abmelden',
  expiresIn: 'Sitzung läuft ab in {time}',

  signInFailed: 'Anmeldung fehlgeschlagen',
  back: 'Zurück',

  unsupported_browser:
    'Dieser Browser ist zu alt für die Anmeldung mit LiveChat. Aktualisieren Sie ihn und versuchen Sie es dann erneut.',
  insecure_context:
    'Diese Seite wurde über http geöffnet; dort kann Ihr Browser Sie nicht anmelden. Öffnen Sie sie über https.',
  configuration:
    'Die Anmeldung ist nicht richtig eingerichtet. Wenden Sie sich an die Entwickler dieser Seite.',
  popup_blocked:
    'Ihr Browser hat das Anmeldefenster blockiert. Erlauben Sie Pop-ups oder melden Sie sich ohne Pop-up an.',
  popup_closed:
    'Das Anmeldefenster wurde geschlossen, bevor Sie fertig waren. Melden Sie sich erneut an.',
  popup_isolated:
    'Das Anmeldefenster hat die Verbindung zu dieser Seite verloren. Schließen Sie es und melden Sie sich ohne Pop-up an.',
  timed_out: 'Die Anmeldung hat zu lange gedauert. Melden Sie sich erneut an.',
  aborted: 'Die Anmeldung wurde abgebrochen.',
  storage_unavailable:
    'Ihr Browser blockiert den Speicher für diese Seite. Erlauben Sie ihn oder melden Sie sich mit einem Pop-up an.',
  redirect_loop:
    'Diese Seite hat Sie mehrmals hintereinander zu LiveChat geschickt. Warten Sie eine halbe Minute und melden Sie sich dann erneut an.',

  network: 'LiveChat ist nicht erreichbar. Prüfen Sie Ihre Verbindung und versuchen Sie es erneut.',
  invalid_response:
    'LiveChat hat eine Antwort gesendet, die diese Seite nicht versteht. Versuchen Sie es gleich noch einmal.',
  revocation_failed:
    'Sie sind hier abgemeldet, aber LiveChat ist nicht erreichbar. Ihr Zugriff läuft von selbst ab.',

  state_mismatch:
    'Diese Antwort gehört zu keiner Anmeldung, die hier begonnen wurde. Melden Sie sich erneut an.',
  state_expired: 'Der Beginn dieser Anmeldung liegt zu lange zurück. Melden Sie sich erneut an.',
  malformed_response:
    'Die Antwort auf die Anmeldung war unvollständig oder widersprüchlich. Melden Sie sich erneut an.',
  other_account:
    'Sie haben sich mit einem anderen Konto angemeldet. Melden Sie sich erneut an und wählen Sie das Konto dieser Seite.',

  signed_out: 'Sie sind nicht angemeldet. Melden Sie sich erneut an.',
  session_expired: 'Ihre Sitzung ist abgelaufen. Melden Sie sich erneut an.',
  session_refused: 'LiveChat akzeptiert diese Sitzung nicht mehr. Melden Sie sich erneut an.',

  invalid_request:
    'LiveChat versteht diese Seite nicht. Wenden Sie sich an die Entwickler dieser Seite.',
  unauthorized_client:
    'Diese App darf Sie nicht anmelden. Bitten Sie die Entwickler dieser Seite, Client-ID und Redirect-URI in der Developer Console zu prüfen.',
  access_denied:
    'Der Zugriff wurde verweigert. Melden Sie sich erneut an und erlauben Sie den Zugriff, oder fragen Sie Ihren Administrator.',
  unsupported_response_type:
    'Diese App darf Sie nicht auf diese Weise anmelden. Wenden Sie sich an die Entwickler dieser Seite.',
  invalid_scope:
    'Diese App verlangt mehr Zugriff, als Ihre Rolle erlaubt. Melden Sie sich als Administrator an oder wenden Sie sich an die Entwickler dieser Seite.',
  server_error: 'Bei LiveChat ist ein Problem aufgetreten. Versuchen Sie es gleich noch einmal.',
  temporarily_unavailable:
    'LiveChat ist überlastet oder wird gewartet. Versuchen Sie es gleich noch einmal.',
  unsupported_grant_type:
    'Diese App darf Sie nicht auf diese Weise anmelden. Wenden Sie sich an die Entwickler dieser Seite.',
  invalid_grant: 'Diese Anmeldung ist nicht mehr gültig. Melden Sie sich erneut an.',
  invalid_client:
    'LiveChat kennt diese App nicht. Bitten Sie die Entwickler dieser Seite, die Client-ID zu prüfen.',
  missing_grant:
    'Diese App hat keinen Zugriff erhalten. Melden Sie sich erneut an und erlauben Sie den Zugriff.',
  unauthorized: 'Sie sind bei LiveChat nicht angemeldet. Melden Sie sich erneut an.',
  identity_lost: 'Ihre LiveChat-Sitzung ist beendet. Melden Sie sich erneut an.',
  credentials_login_disabled:
    'Ihr Konto lässt keine Passwörter zu. Melden Sie sich mit Google oder über Ihr Unternehmen an.',
  unknown_error:
    'Die Anmeldung ist aus unbekanntem Grund fehlgeschlagen. Wenden Sie sich an die Entwickler dieser Seite.',

  client_id_not_found:
    'LiveChat kennt diese App nicht. Bitten Sie die Entwickler dieser Seite, die Client-ID zu prüfen.',
  redirect_uri_not_set:
    'Die Liste der erlaubten Redirect-URIs dieser App ist leer. Wenden Sie sich an die Entwickler dieser Seite.',
  invalid_redirect_uri:
    'Diese Seite steht nicht auf der Liste der erlaubten Redirect-URIs ihrer App. Wenden Sie sich an die Entwickler dieser Seite.',
  too_many_redirects:
    'Diese Seite hat Sie mehrmals hintereinander zu LiveChat geschickt. Warten Sie eine halbe Minute und melden Sie sich dann erneut an.',
}
