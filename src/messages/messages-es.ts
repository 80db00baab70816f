import type { Messages } from './messages.ts'

/** Spanish. Translated by a machine: if it is your language, please mend what does not sound right. */
export const messages: Messages = {
  continueInWindow:
    'Continúa en la ventana de inicio de sesión. ¿No la ves? Haz clic de nuevo en el botón.',
  goingToLiveChat: 'Te estamos llevando a LiveChat…',
  useWindow: 'Usar una ventana de inicio de sesión',
  useThisTab: 'Usar esta pestaña',

  account: 'Cuenta',
  accountOf: 'Cuenta: {name}',
  loading: 'Cargando…',
  loadFailed: 'No se pudo cargar tu cuenta.',
  tryAgain: 'Reintentar',
  staySignedIn: 'Mantener la sesión',
  switchTo: 'Cambiar a {organization}',
  switchToOwn: 'Cambiar a tu propia organización',
  ownOrganization: 'Tu propia organización',
  switchAccount: 'Cambiar de cuenta',
  signOut: 'Cerrar sesión',
  expiresIn: 'La sesión caduca en {time}',

  signInFailed: 'Error al iniciar sesión',
  back: 'Volver',

  unsupported_browser:
    'Este navegador es demasiado antiguo para iniciar sesión con LiveChat. Actualízalo e inténtalo de nuevo.',
  insecure_context:
    'Esta página se abrió por http, donde tu navegador no puede iniciar sesión. Ábrela por https.',
  configuration:
    'El inicio de sesión no está bien configurado. Avisa al desarrollador de esta página.',
  popup_blocked:
    'Tu navegador bloqueó la ventana de inicio de sesión. Permite las ventanas emergentes o inicia sesión sin ellas.',
  popup_closed:
    'La ventana de inicio de sesión se cerró antes de que terminaras. Inicia sesión de nuevo.',
  popup_isolated:
    'La ventana de inicio de sesión perdió el contacto con esta página. Ciérrala e inicia sesión sin ventana emergente.',
  timed_out: 'El inicio de sesión tardó demasiado. Inicia sesión de nuevo.',
  aborted: 'Se canceló el inicio de sesión.',
  storage_unavailable:
    'Tu navegador bloquea el almacenamiento de esta página. Permítelo o inicia sesión con una ventana emergente.',
  redirect_loop:
    'Esta página te envió a LiveChat varias veces seguidas. Espera medio minuto e inicia sesión de nuevo.',

  network: 'No se puede conectar con LiveChat. Comprueba tu conexión e inténtalo de nuevo.',
  invalid_response:
    'LiveChat envió una respuesta que esta página no entiende. Inténtalo de nuevo en un momento.',
  revocation_failed:
    'Se cerró tu sesión aquí, pero no se puede conectar con LiveChat. Tu acceso caducará por sí solo.',

  state_mismatch:
    'Esta respuesta no corresponde a un inicio de sesión de esta página. Inicia sesión de nuevo.',
  state_expired: 'Este inicio de sesión comenzó hace demasiado tiempo. Inicia sesión de nuevo.',
  malformed_response:
    'La respuesta al inicio de sesión estaba incompleta o era contradictoria. Inicia sesión de nuevo.',
  other_account:
    'Iniciaste sesión con otra cuenta. Inicia sesión de nuevo y elige la cuenta de esta página.',

  signed_out: 'No has iniciado sesión. Inicia sesión de nuevo.',
  session_expired: 'Tu sesión ha caducado. Inicia sesión de nuevo.',
  session_refused: 'LiveChat ya no acepta esta sesión. Inicia sesión de nuevo.',

  invalid_request: 'LiveChat no entiende esta página. Avisa al desarrollador de esta página.',
  unauthorized_client:
    'Esta aplicación no está autorizada para iniciar tu sesión. Pide al desarrollador de esta página que compruebe el ID de cliente y el URI de redirección en Developer Console.',
  access_denied:
    'Se denegó el acceso. Inicia sesión de nuevo y permite el acceso, o consulta a tu administrador.',
  unsupported_response_type:
    'Esta aplicación no está autorizada para iniciar tu sesión de esta forma. Avisa al desarrollador de esta página.',
  invalid_scope:
    'Esta aplicación pidió más acceso del que permite tu rol. Inicia sesión como administrador o avisa al desarrollador de esta página.',
  server_error: 'LiveChat tuvo un problema. Inténtalo de nuevo en un momento.',
  temporarily_unavailable:
    'LiveChat está saturado o en mantenimiento. Inténtalo de nuevo en un momento.',
  unsupported_grant_type:
    'Esta aplicación no está autorizada para iniciar tu sesión de esta forma. Avisa al desarrollador de esta página.',
  invalid_grant: 'Este inicio de sesión ya no es válido. Inicia sesión de nuevo.',
  invalid_client:
    'LiveChat no conoce esta aplicación. Pide al desarrollador de esta página que compruebe el ID de cliente.',
  missing_grant: 'Esta aplicación no tiene acceso. Inicia sesión de nuevo y permite el acceso.',
  unauthorized: 'No has iniciado sesión en LiveChat. Inicia sesión de nuevo.',
  identity_lost: 'Tu sesión de LiveChat ha terminado. Inicia sesión de nuevo.',
  credentials_login_disabled:
    'Tu cuenta no permite contraseñas. Inicia sesión con Google o a través de tu empresa.',
  unknown_error:
    'El inicio de sesión falló por un motivo desconocido. Avisa al desarrollador de esta página.',

  client_id_not_found:
    'LiveChat no conoce esta aplicación. Pide al desarrollador de esta página que compruebe el ID de cliente.',
  redirect_uri_not_set:
    'La lista de URI de redirección permitidos de esta aplicación está vacía. Avisa al desarrollador de esta página.',
  invalid_redirect_uri:
    'Esta página no está en la lista de URI de redirección permitidos de su aplicación. Avisa al desarrollador de esta página.',
  too_many_redirects:
    'Esta página te envió a LiveChat varias veces seguidas. Espera medio minuto e inicia sesión de nuevo.',
}
