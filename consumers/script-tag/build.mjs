import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'

// What a CDN does: the files of the package under their paths, and the README's own words to load them.
const home = 'node_modules/sign-in-with-livechat'
const { version } = JSON.parse(readFileSync(`${home}/package.json`, 'utf8'))
rmSync('dist', { recursive: true, force: true })
cpSync(`${home}/lib`, `dist/npm/sign-in-with-livechat@${version}/lib`, { recursive: true })

const snippet = /<script type="module"[\s\S]*?<\/sign-in-with-livechat>/
const [words] = snippet.exec(readFileSync(`${home}/README.md`, 'utf8'))
const accounts = process.env.ACCOUNTS_URL ?? 'http://localhost:3001'
const attributes = `client-id="9cbf3a968289727cb3cdfe83ab1d9836" accounts-url="${accounts}"`
const local = words
  .replace('https://cdn.jsdelivr.net', '')
  .replace('client-id="your client id"', attributes)

const page = readFileSync('index.html', 'utf8')
for (const grant of ['implicit', 'code']) {
  const said = local.replace('accounts-url', `grant-type="${grant}" accounts-url`)
  writeFileSync(`dist/${grant}.html`, page.replace('<!-- as the README says -->', said))
}

const client = readFileSync('accounts-sdk.html', 'utf8').replace('@version', `@${version}`)
writeFileSync('dist/accounts-sdk.html', client)
cpSync('accounts-sdk-page.js', 'dist/accounts-sdk-page.js')
