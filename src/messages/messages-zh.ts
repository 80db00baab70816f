import type { Messages } from './messages.ts'

/** Chinese, simplified. Translated by a machine: if it is your language, please mend what does not sound right. */
export const messages: Messages = {
  continueInWindow: '请在登录窗口中继续。看不到窗口？请再次点击按钮。',
  goingToLiveChat: '正在前往 LiveChat…',
  useWindow: '改用登录窗口',
  useThisTab: '改用此标签页',

  account: '账号',
  accountOf: '账号：{name}',
  loading: '正在加载…',
  loadFailed: '无法加载您的账号。',
  tryAgain: '重试',
  staySignedIn: '保持登录',
  switchTo: '切换到 {organization}',
  switchToOwn: '切换到您自己的组织',
  ownOrganization: '您自己的组织',
  switchAccount: '切换账号',
  signOut: '退出登录',
  expiresIn: '会话将在 {time} 后过期',

  signInFailed: '登录失败',
  back: '返回',

  unsupported_browser: '此浏览器版本过旧，无法使用 LiveChat 登录。请更新后重试。',
  insecure_context: '此页面通过 http 打开，浏览器无法在此登录。请通过 https 打开。',
  configuration: '登录功能未正确设置。请告知此页面的开发者。',
  popup_blocked: '您的浏览器阻止了登录窗口。请允许弹出窗口，或不使用弹出窗口登录。',
  popup_closed: '登录窗口在完成之前被关闭。请重新登录。',
  popup_isolated: '登录窗口与此页面失去了联系。请关闭它，然后不使用弹出窗口登录。',
  timed_out: '登录时间过长。请重新登录。',
  aborted: '登录已取消。',
  storage_unavailable: '您的浏览器阻止此页面存储数据。请允许存储，或使用弹出窗口登录。',
  redirect_loop: '此页面连续多次将您转到 LiveChat。请等待半分钟，然后重新登录。',

  network: '无法连接到 LiveChat。请检查网络连接后重试。',
  invalid_response: 'LiveChat 返回了此页面无法识别的响应。请稍后重试。',
  revocation_failed: '您已在此处退出登录，但无法连接到 LiveChat。您的访问权限会自动过期。',

  state_mismatch: '此响应不属于在此处发起的登录。请重新登录。',
  state_expired: '此次登录发起的时间过久。请重新登录。',
  malformed_response: '登录响应不完整或自相矛盾。请重新登录。',
  other_account: '您登录了另一个账号。请重新登录，并选择此页面上的账号。',

  signed_out: '您尚未登录。请重新登录。',
  session_expired: '您的会话已过期。请重新登录。',
  session_refused: 'LiveChat 不再接受此会话。请重新登录。',

  invalid_request: 'LiveChat 无法识别此页面的请求。请告知此页面的开发者。',
  unauthorized_client:
    '此应用无权为您登录。请让此页面的开发者在 Developer Console 中检查客户端 ID 和重定向 URI。',
  access_denied: '访问被拒绝。请重新登录并允许访问，或咨询您的管理员。',
  unsupported_response_type: '此应用无权以这种方式为您登录。请告知此页面的开发者。',
  invalid_scope:
    '此应用请求的权限超出了您的角色所允许的范围。请以管理员身份登录，或告知此页面的开发者。',
  server_error: 'LiveChat 出现问题。请稍后重试。',
  temporarily_unavailable: 'LiveChat 繁忙或正在维护。请稍后重试。',
  unsupported_grant_type: '此应用无权以这种方式为您登录。请告知此页面的开发者。',
  invalid_grant: '此次登录已失效。请重新登录。',
  invalid_client: 'LiveChat 无法识别此应用。请让此页面的开发者检查客户端 ID。',
  missing_grant: '此应用未获得访问权限。请重新登录并允许访问。',
  unauthorized: '您尚未登录 LiveChat。请重新登录。',
  identity_lost: '您的 LiveChat 会话已结束。请重新登录。',
  credentials_login_disabled: '您的账号不允许使用密码。请使用 Google 或通过您的公司登录。',
  unknown_error: '由于未知原因，登录失败。请告知此页面的开发者。',

  client_id_not_found: 'LiveChat 无法识别此应用。请让此页面的开发者检查客户端 ID。',
  redirect_uri_not_set: '此应用的重定向 URI 允许列表为空。请告知此页面的开发者。',
  invalid_redirect_uri: '此页面不在其应用的重定向 URI 允许列表中。请告知此页面的开发者。',
  too_many_redirects: '此页面连续多次将您转到 LiveChat。请等待半分钟，然后重新登录。',
}
