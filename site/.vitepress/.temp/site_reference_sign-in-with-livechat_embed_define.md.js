import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"sign-in-with-livechat/embed/define","description":"","frontmatter":{},"headers":[],"relativePath":"site/reference/sign-in-with-livechat/embed/define.md","filePath":"site/reference/sign-in-with-livechat/embed/define.md"}');
const _sfc_main = { name: "site/reference/sign-in-with-livechat/embed/define.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="sign-in-with-livechat-embed-define" tabindex="-1">sign-in-with-livechat/embed/define <a class="header-anchor" href="#sign-in-with-livechat-embed-define" aria-label="Permalink to &quot;sign-in-with-livechat/embed/define&quot;">​</a></h1><p>Registers <code>&lt;sign-in-with-livechat&gt;</code>, the one module whose import has an effect.</p><h2 id="references" tabindex="-1">References <a class="header-anchor" href="#references" aria-label="Permalink to &quot;References&quot;">​</a></h2><h3 id="signinwithlivechatelement" tabindex="-1">SignInWithLiveChatElement <a class="header-anchor" href="#signinwithlivechatelement" aria-label="Permalink to &quot;SignInWithLiveChatElement&quot;">​</a></h3><p>Re-exports <a href="./../embed.html#signinwithlivechatelement">SignInWithLiveChatElement</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("site/reference/sign-in-with-livechat/embed/define.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const define = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  define as default
};
