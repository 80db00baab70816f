import type { Messages } from './messages.ts'

/** Chinese, traditional. Translated by a machine: if it is your language, please mend what does not sound right. */
export const messages: Messages = {
  continueInWindow: '請在登入視窗中繼續。看不到視窗？請再按一次按鈕。',
  goingToLiveChat: '正在前往 LiveChat…',
  useWindow: '改用登入視窗',
  useThisTab: '改用這個分頁',

  account: '帳號',
  accountOf: '帳號：{name}',
  loading: '載入中…',
  loadFailed: '無法載入您的帳號。',
  tryAgain: '再試一次',
  staySignedIn: '保持登入',
  switchTo: '切換至 {organization}',
  switchToOwn: '切換至您自己的組織',
  ownOrganization: '您自己的組織',
  switchAccount: '切換帳號',
  signOut: '登出',
  expiresIn: '工作階段將在 {time} 後到期',

  signInFailed: '登入失敗',
  back: '返回',

  unsupported_browser: '這個瀏覽器版本過舊，無法使用 LiveChat 登入。請更新後再試一次。',
  insecure_context: '這個頁面是透過 http 開啟的，瀏覽器無法在此登入。請透過 https 開啟。',
  configuration: '登入功能未正確設定。請通知這個頁面的開發人員。',
  popup_blocked: '您的瀏覽器封鎖了登入視窗。請允許彈出式視窗，或不使用彈出式視窗登入。',
  popup_closed: '登入視窗在完成之前被關閉。請重新登入。',
  popup_isolated: '登入視窗與這個頁面失去連線。請關閉它，然後不使用彈出式視窗登入。',
  timed_out: '登入時間過長。請重新登入。',
  aborted: '登入已取消。',
  storage_unavailable: '您的瀏覽器封鎖了這個頁面的儲存空間。請允許儲存，或使用彈出式視窗登入。',
  redirect_loop: '這個頁面連續多次將您轉往 LiveChat。請等待半分鐘，然後重新登入。',

  network: '無法連線至 LiveChat。請檢查您的網路連線，然後再試一次。',
  invalid_response: 'LiveChat 傳回了這個頁面無法辨識的回應。請稍後再試。',
  revocation_failed: '您已在此登出，但無法連線至 LiveChat。您的存取權會自動到期。',

  state_mismatch: '這個回應不屬於在此開始的登入。請重新登入。',
  state_expired: '這次登入開始的時間過久。請重新登入。',
  malformed_response: '登入回應不完整或互相矛盾。請重新登入。',
  other_account: '您登入了另一個帳號。請重新登入，並選擇這個頁面上的帳號。',

  signed_out: '您尚未登入。請重新登入。',
  session_expired: '您的工作階段已到期。請重新登入。',
  session_refused: 'LiveChat 不再接受這個工作階段。請重新登入。',

  invalid_request: 'LiveChat 無法辨識這個頁面的要求。請通知這個頁面的開發人員。',
  unauthorized_client:
    '這個應用程式無權為您登入。請這個頁面的開發人員在 Developer Console 中檢查用戶端 ID 和重新導向 URI。',
  access_denied: '存取遭拒。請重新登入並允許存取，或洽詢您的管理員。',
  unsupported_response_type: '這個應用程式無權以這種方式為您登入。請通知這個頁面的開發人員。',
  invalid_scope:
    '這個應用程式要求的權限超出您的角色所允許的範圍。請以管理員身分登入，或通知這個頁面的開發人員。',
  server_error: 'LiveChat 發生問題。請稍後再試。',
  temporarily_unavailable: 'LiveChat 忙碌或正在維護。請稍後再試。',
  unsupported_grant_type: '這個應用程式無權以這種方式為您登入。請通知這個頁面的開發人員。',
  invalid_grant: '這次登入已失效。請重新登入。',
  invalid_client: 'LiveChat 無法辨識這個應用程式。請這個頁面的開發人員檢查用戶端 ID。',
  missing_grant: '這個應用程式未獲得存取權。請重新登入並允許存取。',
  unauthorized: '您尚未登入 LiveChat。請重新登入。',
  identity_lost: '您的 LiveChat 工作階段已結束。請重新登入。',
  credentials_login_disabled: '您的帳號不允許使用密碼。請使用 Google 或透過您的公司登入。',
  unknown_error: '由於不明原因，登入失敗。請通知這個頁面的開發人員。',

  client_id_not_found: 'LiveChat 無法辨識這個應用程式。請這個頁面的開發人員檢查用戶端 ID。',
  redirect_uri_not_set: '這個應用程式的重新導向 URI 允許清單是空的。請通知這個頁面的開發人員。',
  invalid_redirect_uri:
    '這個頁面不在其應用程式的重新導向 URI 允許清單中。請通知這個頁面的開發人員。',
  too_many_redirects: '這個頁面連續多次將您轉往 LiveChat。請等待半分鐘，然後重新登入。',
}
