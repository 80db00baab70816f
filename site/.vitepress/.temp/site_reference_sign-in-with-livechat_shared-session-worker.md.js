import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"sign-in-with-livechat/shared-session-worker","description":"","frontmatter":{},"headers":[],"relativePath":"site/reference/sign-in-with-livechat/shared-session-worker.md","filePath":"site/reference/sign-in-with-livechat/shared-session-worker.md"}');
const _sfc_main = { name: "site/reference/sign-in-with-livechat/shared-session-worker.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="sign-in-with-livechat-shared-session-worker" tabindex="-1">sign-in-with-livechat/shared-session-worker <a class="header-anchor" href="#sign-in-with-livechat-shared-session-worker" aria-label="Permalink to &quot;sign-in-with-livechat/shared-session-worker&quot;">​</a></h1></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("site/reference/sign-in-with-livechat/shared-session-worker.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const sharedSessionWorker = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  sharedSessionWorker as default
};
