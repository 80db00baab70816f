import type { Messages } from './messages.ts'

/** Italian. Translated by a machine: if it is your language, please mend what does not sound right. */
export const messages: Messages = {
  continueInWindow:
    'Continua nella finestra di accesso. Non la vedi? Fai di nuovo clic sul pulsante.',
  goingToLiveChat: 'Ti stiamo portando su LiveChat…',
  useWindow: 'Usa invece una finestra di accesso',
  useThisTab: 'Usa invece questa scheda',

  account: 'Account',
  accountOf: 'Account: {name}',
  loading: 'Caricamento…',
  loadFailed: 'Non è stato possibile caricare il tuo account.',
  tryAgain: 'Riprova',
  staySignedIn: 'Resta connesso',
  switchTo: 'Passa a {organization}',
  switchToOwn: 'Passa alla tua organizzazione',
  ownOrganization: 'La tua organizzazione',
  switchAccount: 'Cambia account',
  signOut: 'Esci',
  expiresIn: 'La sessione scade tra {time}',

  signInFailed: 'Accesso non riuscito',
  back: 'Indietro',

  unsupported_browser:
    'Questo browser è troppo vecchio per accedere con LiveChat. Aggiornalo e riprova.',
  insecure_context:
    'Questa pagina è stata aperta in http, dove il browser non può eseguire l’accesso. Aprila in https.',
  configuration:
    'L’accesso non è configurato correttamente. Avvisa lo sviluppatore di questa pagina.',
  popup_blocked:
    'Il browser ha bloccato la finestra di accesso. Consenti i popup oppure accedi senza.',
  popup_closed: 'La finestra di accesso è stata chiusa prima che finissi. Accedi di nuovo.',
  popup_isolated:
    'La finestra di accesso ha perso il contatto con questa pagina. Chiudila e accedi senza popup.',
  timed_out: 'L’accesso ha richiesto troppo tempo. Accedi di nuovo.',
  aborted: 'L’accesso è stato annullato.',
  storage_unavailable:
    'Il browser blocca l’archiviazione per questa pagina. Consentila oppure accedi con un popup.',
  redirect_loop:
    'Questa pagina ti ha mandato su LiveChat più volte di seguito. Attendi mezzo minuto e accedi di nuovo.',

  network: 'LiveChat non è raggiungibile. Controlla la connessione e riprova.',
  invalid_response:
    'LiveChat ha inviato una risposta che questa pagina non comprende. Riprova tra un momento.',
  revocation_failed:
    'Qui hai eseguito l’uscita, ma LiveChat non è raggiungibile. Il tuo accesso scadrà da solo.',

  state_mismatch: 'Questa risposta non appartiene a un accesso iniziato qui. Accedi di nuovo.',
  state_expired: 'Questo accesso è iniziato troppo tempo fa. Accedi di nuovo.',
  malformed_response: 'La risposta all’accesso era incompleta o contraddittoria. Accedi di nuovo.',
  other_account:
    'Hai eseguito l’accesso con un altro account. Accedi di nuovo e scegli quello di questa pagina.',

  signed_out: 'Non hai eseguito l’accesso. Accedi di nuovo.',
  session_expired: 'La tua sessione è scaduta. Accedi di nuovo.',
  session_refused: 'LiveChat non accetta più questa sessione. Accedi di nuovo.',

  invalid_request: 'LiveChat non comprende questa pagina. Avvisa lo sviluppatore di questa pagina.',
  unauthorized_client:
    'Questa app non è autorizzata a farti accedere. Chiedi allo sviluppatore di questa pagina di controllare l’ID client e l’URI di reindirizzamento nella Developer Console.',
  access_denied:
    'L’accesso è stato negato. Accedi di nuovo e consenti l’accesso, oppure chiedi al tuo amministratore.',
  unsupported_response_type:
    'Questa app non è autorizzata a farti accedere in questo modo. Avvisa lo sviluppatore di questa pagina.',
  invalid_scope:
    'Questa app ha chiesto più permessi di quanti ne consenta il tuo ruolo. Accedi come amministratore o avvisa lo sviluppatore di questa pagina.',
  server_error: 'LiveChat ha avuto un problema. Riprova tra un momento.',
  temporarily_unavailable: 'LiveChat è sovraccarico o in manutenzione. Riprova tra un momento.',
  unsupported_grant_type:
    'Questa app non è autorizzata a farti accedere in questo modo. Avvisa lo sviluppatore di questa pagina.',
  invalid_grant: 'Questo accesso non è più valido. Accedi di nuovo.',
  invalid_client:
    'LiveChat non conosce questa app. Chiedi allo sviluppatore di questa pagina di controllare l’ID client.',
  missing_grant: 'Questa app non ha ricevuto l’accesso. Accedi di nuovo e consenti l’accesso.',
  unauthorized: 'Non hai eseguito l’accesso a LiveChat. Accedi di nuovo.',
  identity_lost: 'La tua sessione di LiveChat è terminata. Accedi di nuovo.',
  credentials_login_disabled:
    'Il tuo account non consente le password. Accedi con Google o tramite la tua azienda.',
  unknown_error:
    'L’accesso non è riuscito per un motivo sconosciuto. Avvisa lo sviluppatore di questa pagina.',

  client_id_not_found:
    'LiveChat non conosce questa app. Chiedi allo sviluppatore di questa pagina di controllare l’ID client.',
  redirect_uri_not_set:
    'L’elenco degli URI di reindirizzamento consentiti di questa app è vuoto. Avvisa lo sviluppatore di questa pagina.',
  invalid_redirect_uri:
    'Questa pagina non è nell’elenco degli URI di reindirizzamento consentiti della sua app. Avvisa lo sviluppatore di questa pagina.',
  too_many_redirects:
    'Questa pagina ti ha mandato su LiveChat più volte di seguito. Attendi mezzo minuto e accedi di nuovo.',
}
