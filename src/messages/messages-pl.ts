import type { Messages } from './messages.ts'

/** Polish. Translated by a machine: if it is your language, please mend what does not sound right. */
export const messages: Messages = {
  continueInWindow:
    'Dokończ logowanie w osobnym oknie. Nie widzisz go? Kliknij przycisk jeszcze raz.',
  goingToLiveChat: 'Przechodzimy do LiveChat…',
  useWindow: 'Zaloguj się w osobnym oknie',
  useThisTab: 'Zaloguj się w tej karcie',

  account: 'Konto',
  accountOf: 'Konto: {name}',
  loading: 'Ładowanie…',
  loadFailed: 'Nie udało się wczytać Twojego konta.',
  tryAgain: 'Spróbuj ponownie',
  staySignedIn: 'Przedłuż sesję',
  switchTo: 'Przełącz na {organization}',
  switchToOwn: 'Przełącz na własną organizację',
  ownOrganization: 'Własna organizacja',
  switchAccount: 'Zmień konto',
  signOut: 'Wyloguj się',
  expiresIn: 'Sesja wygaśnie za {time}',

  signInFailed: 'Nie udało się zalogować',
  back: 'Wróć',

  unsupported_browser:
    'Ta przeglądarka jest zbyt stara, aby zalogować się przez LiveChat. Zaktualizuj ją i spróbuj ponownie.',
  insecure_context:
    'Tę stronę otwarto przez http, a tak przeglądarka nie może zalogować. Otwórz ją przez https.',
  configuration: 'Logowanie nie jest poprawnie skonfigurowane. Powiadom twórcę tej strony.',
  popup_blocked:
    'Przeglądarka zablokowała okno logowania. Zezwól na wyskakujące okna lub zaloguj się bez nich.',
  popup_closed: 'Okno logowania zamknięto przed zakończeniem. Zaloguj się ponownie.',
  popup_isolated:
    'Okno logowania utraciło kontakt z tą stroną. Zamknij je i zaloguj się bez wyskakującego okna.',
  timed_out: 'Logowanie trwało zbyt długo. Zaloguj się ponownie.',
  aborted: 'Logowanie zostało anulowane.',
  storage_unavailable:
    'Przeglądarka blokuje zapis danych tej strony. Zezwól na niego lub zaloguj się w wyskakującym oknie.',
  redirect_loop:
    'Ta strona kilka razy z rzędu skierowała Cię do LiveChat. Odczekaj pół minuty i zaloguj się ponownie.',

  network: 'Nie można połączyć się z LiveChat. Sprawdź połączenie i spróbuj ponownie.',
  invalid_response:
    'LiveChat przysłał odpowiedź, której ta strona nie rozumie. Spróbuj ponownie za chwilę.',
  revocation_failed:
    'Wylogowano Cię tutaj, ale nie można połączyć się z LiveChat. Dostęp wygaśnie samoczynnie.',

  state_mismatch: 'Ta odpowiedź nie pochodzi z logowania rozpoczętego tutaj. Zaloguj się ponownie.',
  state_expired: 'To logowanie rozpoczęto zbyt dawno. Zaloguj się ponownie.',
  malformed_response: 'Odpowiedź na logowanie była niepełna lub sprzeczna. Zaloguj się ponownie.',
  other_account:
    'Zalogowano się na inne konto. Zaloguj się ponownie i wybierz konto używane na tej stronie.',

  signed_out: 'Nie jesteś zalogowany. Zaloguj się ponownie.',
  session_expired: 'Twoja sesja wygasła. Zaloguj się ponownie.',
  session_refused: 'LiveChat nie akceptuje już tej sesji. Zaloguj się ponownie.',

  invalid_request: 'LiveChat nie rozumie tej strony. Powiadom twórcę tej strony.',
  unauthorized_client:
    'Ta aplikacja nie może Cię zalogować. Poproś twórcę tej strony o sprawdzenie identyfikatora klienta i adresu przekierowania w Developer Console.',
  access_denied:
    'Odmówiono dostępu. Zaloguj się ponownie i zezwól na dostęp lub zapytaj administratora.',
  unsupported_response_type:
    'Ta aplikacja nie może Cię zalogować w ten sposób. Powiadom twórcę tej strony.',
  invalid_scope:
    'Ta aplikacja prosi o szerszy dostęp, niż pozwala Twoja rola. Zaloguj się jako administrator lub powiadom twórcę tej strony.',
  server_error: 'W LiveChat wystąpił problem. Spróbuj ponownie za chwilę.',
  temporarily_unavailable:
    'LiveChat jest przeciążony lub trwają prace serwisowe. Spróbuj ponownie za chwilę.',
  unsupported_grant_type:
    'Ta aplikacja nie może Cię zalogować w ten sposób. Powiadom twórcę tej strony.',
  invalid_grant: 'To logowanie nie jest już ważne. Zaloguj się ponownie.',
  invalid_client:
    'LiveChat nie zna tej aplikacji. Poproś twórcę tej strony o sprawdzenie identyfikatora klienta.',
  missing_grant: 'Ta aplikacja nie otrzymała dostępu. Zaloguj się ponownie i zezwól na dostęp.',
  unauthorized: 'Nie jesteś zalogowany w LiveChat. Zaloguj się ponownie.',
  identity_lost: 'Twoja sesja w LiveChat zakończyła się. Zaloguj się ponownie.',
  credentials_login_disabled:
    'Twoje konto nie pozwala na logowanie hasłem. Zaloguj się przez Google lub swoją firmę.',
  unknown_error: 'Logowanie nie powiodło się z nieznanego powodu. Powiadom twórcę tej strony.',

  client_id_not_found:
    'LiveChat nie zna tej aplikacji. Poproś twórcę tej strony o sprawdzenie identyfikatora klienta.',
  redirect_uri_not_set:
    'Lista dozwolonych adresów przekierowania tej aplikacji jest pusta. Powiadom twórcę tej strony.',
  invalid_redirect_uri:
    'Tej strony nie ma na liście dozwolonych adresów przekierowania jej aplikacji. Powiadom twórcę tej strony.',
  too_many_redirects:
    'Ta strona kilka razy z rzędu skierowała Cię do LiveChat. Odczekaj pół minuty i zaloguj się ponownie.',
}
