import type { Messages } from './messages.ts'

/** Turkish. Translated by a machine: if it is your language, please mend what does not sound right. */
export const messages: Messages = {
  continueInWindow:
    'Oturum açma penceresinde devam edin. Pencereyi göremiyor musunuz? Düğmeye yeniden tıklayın.',
  goingToLiveChat: 'LiveChat’e yönlendiriliyorsunuz…',
  useWindow: 'Bunun yerine oturum açma penceresi kullan',
  useThisTab: 'Bunun yerine bu sekmeyi kullan',

  account: 'Hesap',
  accountOf: 'Hesap: {name}',
  loading: 'Yükleniyor…',
  loadFailed: 'Hesabınız yüklenemedi.',
  tryAgain: 'Yeniden dene',
  staySignedIn: 'Oturumu açık tut',
  switchTo: '{organization} kuruluşuna geç',
  switchToOwn: 'Kendi kuruluşuna geç',
  ownOrganization: 'Kendi kuruluşunuz',
  switchAccount: 'Hesap değiştir',
  signOut: 'Oturumu kapat',
  expiresIn: 'Oturumun bitmesine kalan süre: {time}',

  signInFailed: 'Oturum açılamadı',
  back: 'Geri',

  unsupported_browser:
    'Bu tarayıcı, LiveChat ile oturum açmak için çok eski. Tarayıcıyı güncelleyip yeniden deneyin.',
  insecure_context:
    'Bu sayfa http üzerinden açıldı; tarayıcınız burada oturum açamaz. Sayfayı https üzerinden açın.',
  configuration: 'Oturum açma doğru ayarlanmamış. Bu sayfanın geliştiricisine haber verin.',
  popup_blocked:
    'Tarayıcınız oturum açma penceresini engelledi. Açılır pencerelere izin verin veya açılır pencere olmadan oturum açın.',
  popup_closed: 'Oturum açma penceresi, işlem tamamlanmadan kapatıldı. Yeniden oturum açın.',
  popup_isolated:
    'Oturum açma penceresinin bu sayfayla bağlantısı koptu. Pencereyi kapatıp açılır pencere olmadan oturum açın.',
  timed_out: 'Oturum açma çok uzun sürdü. Yeniden oturum açın.',
  aborted: 'Oturum açma iptal edildi.',
  storage_unavailable:
    'Tarayıcınız bu sayfanın veri saklamasını engelliyor. Buna izin verin veya açılır pencereyle oturum açın.',
  redirect_loop:
    'Bu sayfa sizi art arda birkaç kez LiveChat’e gönderdi. Yarım dakika bekleyip yeniden oturum açın.',

  network: 'LiveChat’e ulaşılamıyor. Bağlantınızı denetleyip yeniden deneyin.',
  invalid_response:
    'LiveChat, bu sayfanın anlamadığı bir yanıt gönderdi. Birazdan yeniden deneyin.',
  revocation_failed:
    'Burada oturumunuz kapatıldı ancak LiveChat’e ulaşılamıyor. Erişiminiz kendiliğinden sona erecek.',

  state_mismatch:
    'Bu yanıt, burada başlatılan bir oturum açma işlemine ait değil. Yeniden oturum açın.',
  state_expired: 'Bu oturum açma işlemi çok uzun süre önce başlatıldı. Yeniden oturum açın.',
  malformed_response: 'Oturum açma yanıtı eksik veya çelişkiliydi. Yeniden oturum açın.',
  other_account:
    'Farklı bir hesapla oturum açtınız. Yeniden oturum açıp bu sayfadaki hesabı seçin.',

  signed_out: 'Oturumunuz açık değil. Yeniden oturum açın.',
  session_expired: 'Oturumunuz sona erdi. Yeniden oturum açın.',
  session_refused: 'LiveChat bu oturumu artık kabul etmiyor. Yeniden oturum açın.',

  invalid_request: 'LiveChat bu sayfayı anlamıyor. Bu sayfanın geliştiricisine haber verin.',
  unauthorized_client:
    'Bu uygulamanın oturumunuzu açmasına izin verilmiyor. Bu sayfanın geliştiricisinden, Developer Console’da istemci kimliğini ve yönlendirme URI’sini denetlemesini isteyin.',
  access_denied:
    'Erişim reddedildi. Yeniden oturum açıp erişime izin verin veya yöneticinize danışın.',
  unsupported_response_type:
    'Bu uygulamanın oturumunuzu bu şekilde açmasına izin verilmiyor. Bu sayfanın geliştiricisine haber verin.',
  invalid_scope:
    'Bu uygulama, rolünüzün izin verdiğinden fazla erişim istedi. Yönetici olarak oturum açın veya bu sayfanın geliştiricisine haber verin.',
  server_error: 'LiveChat’te bir sorun oluştu. Birazdan yeniden deneyin.',
  temporarily_unavailable: 'LiveChat şu anda yoğun veya bakımda. Birazdan yeniden deneyin.',
  unsupported_grant_type:
    'Bu uygulamanın oturumunuzu bu şekilde açmasına izin verilmiyor. Bu sayfanın geliştiricisine haber verin.',
  invalid_grant: 'Bu oturum açma işlemi artık geçerli değil. Yeniden oturum açın.',
  invalid_client:
    'LiveChat bu uygulamayı tanımıyor. Bu sayfanın geliştiricisinden istemci kimliğini denetlemesini isteyin.',
  missing_grant: 'Bu uygulamaya erişim verilmedi. Yeniden oturum açıp erişime izin verin.',
  unauthorized: 'LiveChat’te oturumunuz açık değil. Yeniden oturum açın.',
  identity_lost: 'LiveChat oturumunuz sona erdi. Yeniden oturum açın.',
  credentials_login_disabled:
    'Hesabınız parolayla oturum açmaya izin vermiyor. Google ile veya şirketiniz üzerinden oturum açın.',
  unknown_error:
    'Oturum, bilinmeyen bir nedenle açılamadı. Bu sayfanın geliştiricisine haber verin.',

  client_id_not_found:
    'LiveChat bu uygulamayı tanımıyor. Bu sayfanın geliştiricisinden istemci kimliğini denetlemesini isteyin.',
  redirect_uri_not_set:
    'Bu uygulamanın izin verilen yönlendirme URI’leri listesi boş. Bu sayfanın geliştiricisine haber verin.',
  invalid_redirect_uri:
    'Bu sayfa, uygulamasının izin verilen yönlendirme URI’leri listesinde yok. Bu sayfanın geliştiricisine haber verin.',
  too_many_redirects:
    'Bu sayfa sizi art arda birkaç kez LiveChat’e gönderdi. Yarım dakika bekleyip yeniden oturum açın.',
}
