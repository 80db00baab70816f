// Says so where the app cannot run: a classic script in the syntax of 2015, because such a browser may not even parse the app.
;(() => {
  if (
    'adoptedStyleSheets' in document &&
    'timeout' in AbortSignal &&
    'toReversed' in Array.prototype
  )
    return
  const root = document.getElementById('root')
  root.textContent = 'This browser is too old for this page. Update it, then reload the page.'
})()
