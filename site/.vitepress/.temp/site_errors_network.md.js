import { ssrRenderAttrs, ssrInterpolate } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"{{ $params.code }}","description":"","frontmatter":{},"headers":[],"params":{"code":"network"},"relativePath":"site/errors/network.md","filePath":"site/errors/[code].md"}');
const _sfc_main = { name: "site/errors/network.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="params-code" tabindex="-1">${ssrInterpolate(_ctx.$params.code)} <a class="header-anchor" href="#params-code" aria-label="Permalink to &quot;{{ $params.code }}&quot;">​</a></h1><p><strong>What happened:</strong> LiveChat cannot be reached.</p><p><strong>What to do:</strong> check the connection, <code>accountsUrl</code>, and <code>connect-src</code> of your policy.</p><p>The code of a <code>SignInError</code>: <a href="./../../docs/troubleshooting.html">all of them</a>.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("site/errors/network.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const network = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  network as default
};
