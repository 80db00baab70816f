// Another host name is another site to the browser, with cookies and storage of its own.
const { hostname, port } = location
const other = hostname === '127.0.0.1' ? 'localhost' : '127.0.0.1'
document.querySelector('iframe').src = `http://${other}:${port}/examples/plain.html`
