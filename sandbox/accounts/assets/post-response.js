const { message, targetOrigin } = JSON.parse(document.getElementById('response').textContent)
const app = window.opener ?? window.parent

if (app !== window) {
  app.postMessage(message, targetOrigin)
  window.close()
}
