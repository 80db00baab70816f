import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"A misdirected request is answered with 400","description":"","frontmatter":{},"headers":[],"relativePath":"docs/decisions/misdirected-request.md","filePath":"docs/decisions/misdirected-request.md"}');
const _sfc_main = { name: "docs/decisions/misdirected-request.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="a-misdirected-request-is-answered-with-400" tabindex="-1">A misdirected request is answered with 400 <a class="header-anchor" href="#a-misdirected-request-is-answered-with-400" aria-label="Permalink to &quot;A misdirected request is answered with 400&quot;">​</a></h1><p><strong>Context.</strong> LiveChat keeps accounts in two regions. A request to the wrong one fails with the error type <code>misdirected_request</code>, which names the right one (protocol.md 8.3, 8.5). Which HTTP status goes with it is not documented. HTTP has one made for the purpose, 421 Misdirected Request.</p><p><strong>Decision.</strong> The sandbox answers 400. The client decides by the error type and never by the status, goes once to the region named and remembers it (threats.md F25).</p><p><strong>Consequences.</strong> With 421 the sandbox would test the browser rather than the client: the Fetch standard lets a browser repeat a 421 by itself on a new connection, so the retry would be counted twice or hidden. If LiveChat does send 421, the client still works; the browser merely asks once more.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("docs/decisions/misdirected-request.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const misdirectedRequest = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  misdirectedRequest as default
};
