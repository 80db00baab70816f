import type { Messages } from './messages.ts'

/** Korean. Translated by a machine: if it is your language, please mend what does not sound right. */
export const messages: Messages = {
  continueInWindow: '로그인 창에서 계속하세요. 창이 보이지 않으면 버튼을 다시 클릭하세요.',
  goingToLiveChat: 'LiveChat으로 이동하는 중…',
  useWindow: '대신 로그인 창 사용',
  useThisTab: '대신 이 탭 사용',

  account: '계정',
  accountOf: '계정: {name}',
  loading: '불러오는 중…',
  loadFailed: '계정을 불러오지 못했습니다.',
  tryAgain: '다시 시도',
  staySignedIn: '로그인 유지',
  switchTo: '{organization}(으)로 전환',
  switchToOwn: '내 조직으로 전환',
  ownOrganization: '내 조직',
  switchAccount: '계정 전환',
  signOut: '로그아웃',
  expiresIn: '세션 만료까지 {time}',

  signInFailed: '로그인하지 못했습니다',
  back: '뒤로',

  unsupported_browser:
    '이 브라우저는 너무 오래되어 LiveChat으로 로그인할 수 없습니다. 업데이트한 후 다시 시도하세요.',
  insecure_context:
    '이 페이지가 http로 열려 있어 브라우저에서 로그인할 수 없습니다. https로 여세요.',
  configuration: '로그인이 올바르게 설정되지 않았습니다. 이 페이지의 개발자에게 알려 주세요.',
  popup_blocked: '브라우저가 로그인 창을 차단했습니다. 팝업을 허용하거나 팝업 없이 로그인하세요.',
  popup_closed: '완료하기 전에 로그인 창이 닫혔습니다. 다시 로그인하세요.',
  popup_isolated: '로그인 창과 이 페이지의 연결이 끊어졌습니다. 창을 닫고 팝업 없이 로그인하세요.',
  timed_out: '로그인 시간이 너무 오래 걸렸습니다. 다시 로그인하세요.',
  aborted: '로그인이 취소되었습니다.',
  storage_unavailable:
    '브라우저가 이 페이지의 저장소를 차단했습니다. 저장소를 허용하거나 팝업으로 로그인하세요.',
  redirect_loop:
    '이 페이지에서 LiveChat으로 여러 번 연속 이동했습니다. 30초 정도 기다린 후 다시 로그인하세요.',

  network: 'LiveChat에 연결할 수 없습니다. 연결을 확인하고 다시 시도하세요.',
  invalid_response:
    'LiveChat이 보낸 응답을 이 페이지에서 이해할 수 없습니다. 잠시 후 다시 시도하세요.',
  revocation_failed:
    '여기에서는 로그아웃되었지만 LiveChat에 연결할 수 없습니다. 액세스 권한은 자동으로 만료됩니다.',

  state_mismatch: '이 응답은 여기에서 시작한 로그인에 대한 것이 아닙니다. 다시 로그인하세요.',
  state_expired: '로그인을 시작한 지 너무 오래되었습니다. 다시 로그인하세요.',
  malformed_response: '로그인 응답이 불완전하거나 모순됩니다. 다시 로그인하세요.',
  other_account: '다른 계정으로 로그인했습니다. 다시 로그인하고 이 페이지의 계정을 선택하세요.',

  signed_out: '로그인되어 있지 않습니다. 다시 로그인하세요.',
  session_expired: '세션이 만료되었습니다. 다시 로그인하세요.',
  session_refused: 'LiveChat에서 이 세션을 더 이상 사용할 수 없습니다. 다시 로그인하세요.',

  invalid_request: 'LiveChat이 이 페이지를 인식하지 못합니다. 이 페이지의 개발자에게 알려 주세요.',
  unauthorized_client:
    '이 앱에는 로그인 권한이 없습니다. 이 페이지의 개발자에게 Developer Console에서 클라이언트 ID와 리디렉션 URI를 확인해 달라고 요청하세요.',
  access_denied:
    '액세스가 거부되었습니다. 다시 로그인하여 액세스를 허용하거나 관리자에게 문의하세요.',
  unsupported_response_type:
    '이 앱은 이 방법으로 로그인할 수 없습니다. 이 페이지의 개발자에게 알려 주세요.',
  invalid_scope:
    '이 앱이 회원님의 역할에 허용된 것보다 많은 권한을 요청했습니다. 관리자로 로그인하거나 이 페이지의 개발자에게 알려 주세요.',
  server_error: 'LiveChat에 문제가 발생했습니다. 잠시 후 다시 시도하세요.',
  temporarily_unavailable: 'LiveChat이 혼잡하거나 점검 중입니다. 잠시 후 다시 시도하세요.',
  unsupported_grant_type:
    '이 앱은 이 방법으로 로그인할 수 없습니다. 이 페이지의 개발자에게 알려 주세요.',
  invalid_grant: '이 로그인은 더 이상 유효하지 않습니다. 다시 로그인하세요.',
  invalid_client:
    'LiveChat이 이 앱을 인식하지 못합니다. 이 페이지의 개발자에게 클라이언트 ID를 확인해 달라고 요청하세요.',
  missing_grant: '이 앱에 액세스 권한이 부여되지 않았습니다. 다시 로그인하여 액세스를 허용하세요.',
  unauthorized: 'LiveChat에 로그인되어 있지 않습니다. 다시 로그인하세요.',
  identity_lost: 'LiveChat 세션이 종료되었습니다. 다시 로그인하세요.',
  credentials_login_disabled:
    '이 계정은 비밀번호로 로그인할 수 없습니다. Google 또는 회사 계정으로 로그인하세요.',
  unknown_error: '알 수 없는 이유로 로그인하지 못했습니다. 이 페이지의 개발자에게 알려 주세요.',

  client_id_not_found:
    'LiveChat이 이 앱을 인식하지 못합니다. 이 페이지의 개발자에게 클라이언트 ID를 확인해 달라고 요청하세요.',
  redirect_uri_not_set:
    '이 앱의 허용된 리디렉션 URI 목록이 비어 있습니다. 이 페이지의 개발자에게 알려 주세요.',
  invalid_redirect_uri:
    '이 페이지는 앱의 허용된 리디렉션 URI 목록에 없습니다. 이 페이지의 개발자에게 알려 주세요.',
  too_many_redirects:
    '이 페이지에서 LiveChat으로 여러 번 연속 이동했습니다. 30초 정도 기다린 후 다시 로그인하세요.',
}
