import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"sign-in-with-livechat","description":"","frontmatter":{},"headers":[],"relativePath":"site/reference/index.md","filePath":"site/reference/index.md"}');
const _sfc_main = { name: "site/reference/index.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="sign-in-with-livechat" tabindex="-1">sign-in-with-livechat <a class="header-anchor" href="#sign-in-with-livechat" aria-label="Permalink to &quot;sign-in-with-livechat&quot;">​</a></h1><h2 id="modules" tabindex="-1">Modules <a class="header-anchor" href="#modules" aria-label="Permalink to &quot;Modules&quot;">​</a></h2><ul><li><a href="./sign-in-with-livechat/accounts-api.html">sign-in-with-livechat/accounts-api</a></li><li><a href="./sign-in-with-livechat/accounts-sdk.html">sign-in-with-livechat/accounts-sdk</a></li><li><a href="./sign-in-with-livechat/agent-chat.html">sign-in-with-livechat/agent-chat</a></li><li><a href="./sign-in-with-livechat/live-feed.html">sign-in-with-livechat/live-feed</a></li><li><a href="./sign-in-with-livechat.html">sign-in-with-livechat</a></li><li><a href="./sign-in-with-livechat/shared-session-worker.html">sign-in-with-livechat/shared-session-worker</a></li><li><a href="./sign-in-with-livechat/debug.html">sign-in-with-livechat/debug</a></li><li><a href="./sign-in-with-livechat/embed/account-menu.html">sign-in-with-livechat/embed/account-menu</a></li><li><a href="./sign-in-with-livechat/embed/define.html">sign-in-with-livechat/embed/define</a></li><li><a href="./sign-in-with-livechat/embed.html">sign-in-with-livechat/embed</a></li><li><a href="./sign-in-with-livechat/react/account.html">sign-in-with-livechat/react/account</a></li><li><a href="./sign-in-with-livechat/react/inbox.html">sign-in-with-livechat/react/inbox</a></li><li><a href="./sign-in-with-livechat/react.html">sign-in-with-livechat/react</a></li><li><a href="./sign-in-with-livechat/server-session.html">sign-in-with-livechat/server-session</a></li><li><a href="./sign-in-with-livechat/server.html">sign-in-with-livechat/server</a></li><li><a href="./sign-in-with-livechat/testing.html">sign-in-with-livechat/testing</a></li><li><a href="./sign-in-with-livechat/sandbox.html">sign-in-with-livechat/sandbox</a></li></ul></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("site/reference/index.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const index = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  index as default
};
