import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Uploads go by fetch, within a time that fits the size","description":"","frontmatter":{},"headers":[],"relativePath":"docs/decisions/uploads.md","filePath":"docs/decisions/uploads.md"}');
const _sfc_main = { name: "docs/decisions/uploads.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="uploads-go-by-fetch-within-a-time-that-fits-the-size" tabindex="-1">Uploads go by fetch, within a time that fits the size <a class="header-anchor" href="#uploads-go-by-fetch-within-a-time-that-fits-the-size" aria-label="Permalink to &quot;Uploads go by fetch, within a time that fits the size&quot;">​</a></h1><p><strong>Context.</strong> An upload should be given up when nothing moves any more, not when it takes long. For that a page must see how far it has come, and browsers tell that to <code>XMLHttpRequest</code> alone. But <code>XMLHttpRequest</code> follows every redirect and cannot be told otherwise. We tried it: Chromium 156 takes the token off a request that is redirected to another host, and sends the customer&#39;s file there all the same; Chrome 109, which we support, comes before the change of the Fetch standard that takes the token off. <code>fetch</code> with a stream as its body would tell how much has been read; of the oldest browsers we support Chrome alone can do that, over HTTP/2 alone, and such a request has no length.</p><p><strong>Decision.</strong> Files go by <code>fetch</code> with <code>redirect: &#39;error&#39;</code> (threats.md A45). An upload may take as long as its bytes take at 256 kbit/s, on top of the time every call has. The app shows the size, a bar without a percentage, and <em>Cancel</em>. When the time was too short the app says so, and <em>Send again</em> gives it four times as long, which reaches 64 kbit/s, then 16 (<code>timeoutFactor</code> of the call).</p><p><strong>Consequences.</strong> 4 MB have two and a half minutes: enough at 300 kbit/s, and four times what 1 Mbit/s needs. A server that takes a file and never answers is noticed after that time, not after 20 seconds; meanwhile later replies of the same chat wait, and <em>Cancel</em> lets them go.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("docs/decisions/uploads.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const uploads = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  uploads as default
};
