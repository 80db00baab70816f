import type { Messages } from './messages.ts'

/** Japanese. Translated by a machine: if it is your language, please mend what does not sound right. */
export const messages: Messages = {
  continueInWindow:
    'サインイン用のウィンドウで続けてください。見当たらない場合は、もう一度ボタンをクリックしてください。',
  goingToLiveChat: 'LiveChatに移動しています…',
  useWindow: '代わりにサインイン用のウィンドウを使う',
  useThisTab: '代わりにこのタブを使う',

  account: 'アカウント',
  accountOf: 'アカウント: {name}',
  loading: '読み込み中…',
  loadFailed: 'アカウントを読み込めませんでした。',
  tryAgain: '再試行',
  staySignedIn: 'サインインしたままにする',
  switchTo: '{organization}に切り替える',
  switchToOwn: '自分の組織に切り替える',
  ownOrganization: '自分の組織',
  switchAccount: 'アカウントを切り替える',
  signOut: 'サインアウト',
  expiresIn: 'セッションの残り時間: {time}',

  signInFailed: 'サインインできませんでした',
  back: '戻る',

  unsupported_browser:
    'このブラウザーは古いため、LiveChatでサインインできません。更新してから、もう一度お試しください。',
  insecure_context:
    'このページはhttpで開かれているため、ブラウザーがサインインできません。httpsで開いてください。',
  configuration: 'サインインが正しく設定されていません。このページの開発者にお知らせください。',
  popup_blocked:
    'サインイン用のウィンドウがブラウザーにブロックされました。ポップアップを許可するか、ポップアップなしでサインインしてください。',
  popup_closed:
    'サインインが完了する前にウィンドウが閉じられました。もう一度サインインしてください。',
  popup_isolated:
    'サインイン用のウィンドウとこのページの接続が切れました。ウィンドウを閉じ、ポップアップなしでサインインしてください。',
  timed_out: 'サインインに時間がかかりすぎました。もう一度サインインしてください。',
  aborted: 'サインインはキャンセルされました。',
  storage_unavailable:
    'このページのデータの保存がブラウザーにブロックされています。許可するか、ポップアップでサインインしてください。',
  redirect_loop:
    'このページからLiveChatへの移動が何度も続けて行われました。30秒ほど待ってから、もう一度サインインしてください。',

  network: 'LiveChatに接続できません。接続を確認して、もう一度お試しください。',
  invalid_response:
    'LiveChatからの応答をこのページが理解できませんでした。しばらくしてから、もう一度お試しください。',
  revocation_failed:
    'ここではサインアウトしましたが、LiveChatに接続できません。アクセス権は自動的に期限切れになります。',

  state_mismatch:
    'この応答は、ここで開始したサインインのものではありません。もう一度サインインしてください。',
  state_expired: 'サインインを開始してから時間が経ちすぎています。もう一度サインインしてください。',
  malformed_response:
    'サインインの応答が不完全か、矛盾しています。もう一度サインインしてください。',
  other_account:
    '別のアカウントでサインインしました。もう一度サインインして、このページのアカウントを選択してください。',

  signed_out: 'サインインしていません。もう一度サインインしてください。',
  session_expired: 'セッションの期限が切れました。もう一度サインインしてください。',
  session_refused: 'このセッションはLiveChatで使えなくなりました。もう一度サインインしてください。',

  invalid_request: 'LiveChatがこのページを認識できません。このページの開発者にお知らせください。',
  unauthorized_client:
    'このアプリにはサインインを行う権限がありません。クライアントIDとリダイレクトURIをDeveloper Consoleで確認するよう、このページの開発者に依頼してください。',
  access_denied:
    'アクセスが拒否されました。もう一度サインインしてアクセスを許可するか、管理者にお問い合わせください。',
  unsupported_response_type:
    'このアプリは、この方法ではサインインできません。このページの開発者にお知らせください。',
  invalid_scope:
    'このアプリは、あなたの役割で許可されている以上のアクセス権を要求しました。管理者としてサインインするか、このページの開発者にお知らせください。',
  server_error: 'LiveChatで問題が発生しました。しばらくしてから、もう一度お試しください。',
  temporarily_unavailable:
    'LiveChatは混み合っているか、メンテナンス中です。しばらくしてから、もう一度お試しください。',
  unsupported_grant_type:
    'このアプリは、この方法ではサインインできません。このページの開発者にお知らせください。',
  invalid_grant: 'このサインインはもう有効ではありません。もう一度サインインしてください。',
  invalid_client:
    'LiveChatがこのアプリを認識できません。クライアントIDを確認するよう、このページの開発者に依頼してください。',
  missing_grant:
    'このアプリにアクセスが許可されていません。もう一度サインインして、アクセスを許可してください。',
  unauthorized: 'LiveChatにサインインしていません。もう一度サインインしてください。',
  identity_lost: 'LiveChatのセッションが終了しました。もう一度サインインしてください。',
  credentials_login_disabled:
    'お使いのアカウントではパスワードを使用できません。Googleまたは会社のアカウントでサインインしてください。',
  unknown_error: '不明な理由でサインインできませんでした。このページの開発者にお知らせください。',

  client_id_not_found:
    'LiveChatがこのアプリを認識できません。クライアントIDを確認するよう、このページの開発者に依頼してください。',
  redirect_uri_not_set:
    'このアプリには許可されたリダイレクトURIが登録されていません。このページの開発者にお知らせください。',
  invalid_redirect_uri:
    'このページは、アプリで許可されたリダイレクトURIに登録されていません。このページの開発者にお知らせください。',
  too_many_redirects:
    'このページからLiveChatへの移動が何度も続けて行われました。30秒ほど待ってから、もう一度サインインしてください。',
}
