// Allow works only on a page that has been in front for a moment: a click that was meant for another window, such as
// the second half of a double click, must not grant anything.
const settleTime = 500
const allow = document.getElementById('allow')
let timer

function settle() {
  clearTimeout(timer)
  allow.disabled = true
  if (document.visibilityState === 'hidden') return
  timer = setTimeout(() => {
    allow.disabled = false
  }, settleTime)
}

settle()
window.addEventListener('focus', settle)
window.addEventListener('pageshow', settle)
document.addEventListener('visibilitychange', settle)
