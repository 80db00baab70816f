import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'

// The package's files under /lib/, and the README's own words to load them.
const home = 'node_modules/sign-in-with-livechat'
rmSync('dist', { recursive: true, force: true })
cpSync(`${home}/lib`, 'dist/lib', { recursive: true })

const snippet = /<script type="module"[\s\S]*?<\/sign-in-with-livechat>/
const [words] = snippet.exec(readFileSync(`${home}/README.md`, 'utf8'))
const accounts = process.env.ACCOUNTS_URL ?? 'http://localhost:3001'
const local = words.replace('http://localhost:3001', accounts)

const page = readFileSync('index.html', 'utf8')
for (const grant of ['implicit', 'code']) {
  const said = local.replace('accounts-url', `grant-type="${grant}" accounts-url`)
  writeFileSync(`dist/${grant}.html`, page.replace('<!-- as the README says -->', said))
}

cpSync('accounts-sdk.html', 'dist/accounts-sdk.html')
cpSync('accounts-sdk-page.js', 'dist/accounts-sdk-page.js')
