import type { Messages } from './messages.ts'

/** Portuguese. Translated by a machine: if it is your language, please mend what does not sound right. */
export const messages: Messages = {
  continueInWindow:
    'Continue na janela de login. Não está vendo a janela? Clique no botão novamente.',
  goingToLiveChat: 'Levando você ao LiveChat…',
  useWindow: 'Usar uma janela de login',
  useThisTab: 'Usar esta aba',

  account: 'Conta',
  accountOf: 'Conta: {name}',
  loading: 'Carregando…',
  loadFailed: 'Não foi possível carregar sua conta.',
  tryAgain: 'Tentar novamente',
  staySignedIn: 'Continuar conectado',
  switchTo: 'Mudar para {organization}',
  switchToOwn: 'Mudar para a sua própria organização',
  ownOrganization: 'Sua própria organização',
  switchAccount: 'Trocar de conta',
  signOut: 'Sair',
  expiresIn: 'A sessão expira em {time}',

  signInFailed: 'Falha ao entrar',
  back: 'Voltar',

  unsupported_browser:
    'Este navegador é antigo demais para entrar com o LiveChat. Atualize-o e tente novamente.',
  insecure_context:
    'Esta página foi aberta por http, em que seu navegador não consegue entrar. Abra-a por https.',
  configuration: 'O login não está configurado corretamente. Avise o desenvolvedor desta página.',
  popup_blocked: 'Seu navegador bloqueou a janela de login. Permita pop-ups ou entre sem usar um.',
  popup_closed: 'A janela de login foi fechada antes do fim. Entre novamente.',
  popup_isolated: 'A janela de login perdeu o contato com esta página. Feche-a e entre sem pop-up.',
  timed_out: 'O login demorou demais. Entre novamente.',
  aborted: 'O login foi cancelado.',
  storage_unavailable:
    'Seu navegador bloqueia o armazenamento desta página. Permita-o ou entre com um pop-up.',
  redirect_loop:
    'Esta página enviou você ao LiveChat várias vezes seguidas. Espere meio minuto e entre novamente.',

  network: 'Não foi possível acessar o LiveChat. Verifique sua conexão e tente novamente.',
  invalid_response:
    'O LiveChat enviou uma resposta que esta página não entende. Tente novamente em instantes.',
  revocation_failed:
    'Você saiu aqui, mas não foi possível acessar o LiveChat. Seu acesso vai expirar sozinho.',

  state_mismatch: 'Esta resposta não pertence a um login iniciado aqui. Entre novamente.',
  state_expired: 'Este login foi iniciado há muito tempo. Entre novamente.',
  malformed_response: 'A resposta do login estava incompleta ou contraditória. Entre novamente.',
  other_account: 'Você entrou com outra conta. Entre novamente e escolha a conta desta página.',

  signed_out: 'Você não está conectado. Entre novamente.',
  session_expired: 'Sua sessão expirou. Entre novamente.',
  session_refused: 'O LiveChat não aceita mais esta sessão. Entre novamente.',

  invalid_request: 'O LiveChat não entende esta página. Avise o desenvolvedor desta página.',
  unauthorized_client:
    'Este aplicativo não tem permissão para conectar você. Peça ao desenvolvedor desta página que verifique o ID do cliente e o URI de redirecionamento no Developer Console.',
  access_denied:
    'O acesso foi negado. Entre novamente e permita o acesso ou fale com seu administrador.',
  unsupported_response_type:
    'Este aplicativo não tem permissão para conectar você desta forma. Avise o desenvolvedor desta página.',
  invalid_scope:
    'Este aplicativo pediu mais acesso do que sua função permite. Entre como administrador ou avise o desenvolvedor desta página.',
  server_error: 'O LiveChat teve um problema. Tente novamente em instantes.',
  temporarily_unavailable:
    'O LiveChat está sobrecarregado ou em manutenção. Tente novamente em instantes.',
  unsupported_grant_type:
    'Este aplicativo não tem permissão para conectar você desta forma. Avise o desenvolvedor desta página.',
  invalid_grant: 'Este login não é mais válido. Entre novamente.',
  invalid_client:
    'O LiveChat não conhece este aplicativo. Peça ao desenvolvedor desta página que verifique o ID do cliente.',
  missing_grant: 'Este aplicativo não recebeu acesso. Entre novamente e permita o acesso.',
  unauthorized: 'Você não está conectado ao LiveChat. Entre novamente.',
  identity_lost: 'Sua sessão do LiveChat terminou. Entre novamente.',
  credentials_login_disabled:
    'Sua conta não permite senhas. Entre com o Google ou por meio da sua empresa.',
  unknown_error: 'O login falhou por um motivo desconhecido. Avise o desenvolvedor desta página.',

  client_id_not_found:
    'O LiveChat não conhece este aplicativo. Peça ao desenvolvedor desta página que verifique o ID do cliente.',
  redirect_uri_not_set:
    'A lista de URIs de redirecionamento permitidos deste aplicativo está vazia. Avise o desenvolvedor desta página.',
  invalid_redirect_uri:
    'Esta página não está na lista de URIs de redirecionamento permitidos do seu aplicativo. Avise o desenvolvedor desta página.',
  too_many_redirects:
    'Esta página enviou você ao LiveChat várias vezes seguidas. Espere meio minuto e entre novamente.',
}
