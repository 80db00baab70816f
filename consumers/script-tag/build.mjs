import { cpSync, mkdirSync } from 'node:fs'

// What a host of static files does: copies the page, and the script folder of the package.
mkdirSync('dist', { recursive: true })
cpSync('index.html', 'dist/index.html')
cpSync('page.js', 'dist/page.js')
cpSync('node_modules/sign-in-with-livechat/lib/script', 'dist/script', { recursive: true })
