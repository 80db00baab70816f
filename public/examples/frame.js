// To the browser another host name is another site, with its own cookies and storage.
const { hostname, port } = location
const other = hostname === '127.0.0.1' ? 'localhost' : '127.0.0.1'
const example = new URLSearchParams(location.search).get('example') ?? 'plain.html'
document.querySelector('iframe').src = `http://${other}:${port}/examples/${example}`
