// Says so where the app cannot run: a classic script in the syntax of 2009, because such a browser may not even parse the app.
// What it says is in a file of its own, which no other browser loads.
// biome-ignore lint/complexity/useArrowFunction: younger than that
;(function () {
  if (
    'adoptedStyleSheets' in document &&
    'AbortSignal' in window &&
    'timeout' in AbortSignal &&
    'toReversed' in Array.prototype
  )
    return
  var scripts = document.getElementsByTagName('script')
  var note = document.createElement('script')
  note.src = scripts[scripts.length - 1].src.replace('browser-check', 'browser-too-old')
  document.body.appendChild(note)
})()
