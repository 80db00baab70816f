// Says so where the app cannot run: a classic script in the syntax of 2009, because such a browser may not even parse the app.
// The app sees the note and does not start. Other languages are in a file of their own, which no other browser loads.
// biome-ignore lint/complexity/useArrowFunction: younger than that
;(function () {
  if (
    'adoptedStyleSheets' in document &&
    'AbortSignal' in window &&
    'timeout' in AbortSignal &&
    'toReversed' in Array.prototype
  )
    return
  var root = document.getElementById('root')
  root.textContent = 'This browser is too old for this page. Update it, then reload the page.'
  function nameOf(tag) {
    return /^zh-(hant|tw|hk|mo)\b/i.test(tag) ? 'zh-Hant' : tag.split('-')[0].toLowerCase()
  }
  var request = new XMLHttpRequest()
  // biome-ignore lint/complexity/useArrowFunction: younger than that
  request.onload = function () {
    var notes = JSON.parse(request.responseText)
    function isKnown(name) {
      return typeof notes[name] === 'string'
    }
    var preferred = navigator.languages || [navigator.language]
    var language = preferred.map(nameOf).filter(isKnown)[0] || 'en'
    root.lang = language
    root.dir = language === 'ar' || language === 'he' ? 'rtl' : 'ltr'
    root.textContent = notes[language]
  }
  var scripts = document.getElementsByTagName('script')
  var own = scripts[scripts.length - 1].src
  request.open('GET', own.replace('browser-check.js', 'browser-too-old.json'))
  request.send()
})()
