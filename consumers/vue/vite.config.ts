import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'

const isElement = (tag: string) =>
  tag === 'sign-in-with-livechat' || tag === 'livechat-account-menu'

export default defineConfig({
  plugins: [vue({ template: { compilerOptions: { isCustomElement: isElement } } })],
})
