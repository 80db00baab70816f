const { message, targetOrigin } = JSON.parse(document.getElementById('response').textContent)
const closeDelay = Number(document.currentScript.dataset.closeAfter)
const app = window.opener ?? window.parent

if (app !== window) {
  app.postMessage(message, targetOrigin)
  if (closeDelay === 0) window.close()
  else setTimeout(() => window.close(), closeDelay)
}
