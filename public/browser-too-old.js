// Shows that the browser is too old, in its language; in the syntax of 2009, as what loads it.
// biome-ignore lint/complexity/useArrowFunction: younger than that
;(function () {
  var notes = {
    en: 'This browser is too old for this page. Update it, then reload the page.',
    ar: 'هذا المتصفح قديم جدًا ولا يدعم هذه الصفحة. حدّثه ثم أعد تحميل الصفحة.',
    de: 'Dieser Browser ist zu alt für diese Seite. Aktualisieren Sie ihn und laden Sie die Seite dann neu.',
    es: 'Este navegador es demasiado antiguo para esta página. Actualízalo y vuelve a cargar la página.',
    fr: 'Ce navigateur est trop ancien pour cette page. Mettez-le à jour, puis rechargez la page.',
    he: 'הדפדפן הזה ישן מדי בשביל הדף הזה. צריך לעדכן אותו ואז לטעון מחדש את הדף.',
    it: 'Questo browser è troppo vecchio per questa pagina. Aggiornalo, poi ricarica la pagina.',
    ja: 'このブラウザは古いため、このページを表示できません。ブラウザを更新してから、ページを再読み込みしてください。',
    ko: '브라우저가 오래되어 이 페이지를 사용할 수 없습니다. 브라우저를 업데이트한 다음 페이지를 새로고침하세요.',
    nl: 'Deze browser is te oud voor deze pagina. Werk hem bij en laad de pagina daarna opnieuw.',
    pl: 'Ta przeglądarka jest za stara na tę stronę. Zaktualizuj ją, a potem odśwież stronę.',
    pt: 'Este navegador é antigo demais para esta página. Atualize-o e recarregue a página.',
    tr: 'Bu tarayıcı bu sayfa için çok eski. Tarayıcıyı güncelleyip sayfayı yeniden yükleyin.',
    zh: '此浏览器版本过旧，无法使用此页面。请更新浏览器，然后重新加载页面。',
    'zh-Hant': '此瀏覽器版本過舊，無法使用此頁面。請更新瀏覽器，然後重新載入頁面。',
  }
  function nameOf(tag) {
    return /^zh-(hant|tw|hk|mo)\b/i.test(tag) ? 'zh-Hant' : tag.split('-')[0].toLowerCase()
  }
  function isKnown(name) {
    return typeof notes[name] === 'string'
  }
  var preferred = navigator.languages || [navigator.language]
  var language = preferred.map(nameOf).filter(isKnown)[0] || 'en'
  var root = document.getElementById('root')
  root.lang = language
  root.dir = language === 'ar' || language === 'he' ? 'rtl' : 'ltr'
  root.textContent = notes[language]
})()
