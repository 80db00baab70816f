// Allow works only on a page that has been in front for a moment: a click that was meant for another window, such as
// the second half of a double click, must not grant anything.
const settleTime = 500
const allow = document.getElementById('allow')
let timer
let inFront = document.hasFocus()

function settle() {
  clearTimeout(timer)
  allow.disabled = true
  if (document.visibilityState === 'hidden') return
  timer = setTimeout(() => {
    allow.disabled = false
  }, settleTime)
}

settle()
window.addEventListener('blur', () => {
  inFront = false
})
window.addEventListener('focus', () => {
  if (!inFront) settle()
  inFront = true
})
// Without a reload; a page that is slow to load has been in front all the while.
window.addEventListener('pageshow', (event) => {
  if (event.persisted) settle()
})
document.addEventListener('visibilitychange', settle)
