import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"How the app speaks fifteen languages","description":"","frontmatter":{},"headers":[],"relativePath":"docs/decisions/languages.md","filePath":"docs/decisions/languages.md"}');
const _sfc_main = { name: "docs/decisions/languages.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="how-the-app-speaks-fifteen-languages" tabindex="-1">How the app speaks fifteen languages <a class="header-anchor" href="#how-the-app-speaks-fifteen-languages" aria-label="Permalink to &quot;How the app speaks fifteen languages&quot;">​</a></h1><p><strong>Context.</strong> The app has some 600 messages with names, numbers and links in them. Some are made outside of React: notifications, titles, errors. The sign-in page weighs 76 kB of script, and most agents read it in English. Changing the language must not reload the page, which would lose the session.</p><p><strong>Decision.</strong> <a href="https://github.com/nanostores/i18n" target="_blank" rel="noreferrer">@nanostores/i18n</a>. English stands in the code, one file of messages for each folder, and gives every key and value its type; a bundle has the English of its own parts and nothing else. Every other language is one file, loaded beside the code before anything is drawn. A message is read by a call, in or outside of React; the page of the router asks for the language and is drawn again when it changes, so that focus, drafts and scroll position stay.</p><table tabindex="0"><thead><tr><th>kB, brotli</th><th style="text-align:right;"></th></tr></thead><tbody><tr><td>@nanostores/i18n with nanostores</td><td style="text-align:right;">1.2</td></tr><tr><td>@lingui/core: no typed keys; English would be loaded as well</td><td style="text-align:right;">1.9</td></tr><tr><td>use-intl: typed keys; parses its messages in the browser</td><td style="text-align:right;">10.6</td></tr><tr><td>i18next: typed keys; English would be loaded as well</td><td style="text-align:right;">13.9</td></tr></tbody></table><p>The library&#39;s own <code>params</code> and <code>count</code> are not used: they put a name such as <code>$&amp;</code> into a message as a replacement pattern, and write numbers without the locale. <code>src/app/language/define-messages.ts</code> has one transform for both, by the library&#39;s <code>transform</code>.</p><p><strong>Consequences.</strong> A language that cannot be loaded leaves the page in English. <code>translations.test.ts</code> compares every language with the English; <code>no-english-left.test.tsx</code> draws the pages in disguised letters and looks for any that are not. What LiveChat or a customer wrote stays as it is, and so do emoji names.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("docs/decisions/languages.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const languages = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  languages as default
};
