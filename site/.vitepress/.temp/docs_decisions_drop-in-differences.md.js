import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Differences from the official client","description":"","frontmatter":{},"headers":[],"relativePath":"docs/decisions/drop-in-differences.md","filePath":"docs/decisions/drop-in-differences.md"}');
const _sfc_main = { name: "docs/decisions/drop-in-differences.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="differences-from-the-official-client" tabindex="-1">Differences from the official client <a class="header-anchor" href="#differences-from-the-official-client" aria-label="Permalink to &quot;Differences from the official client&quot;">​</a></h1><p><strong>Context.</strong> <code>sign-in-with-livechat/accounts-sdk</code> has the calls of <code>@livechat/accounts-sdk</code>, so that an app can change one import. That client accepts forged answers, leaves the token in the URL and never notices a closed pop-up (threats.md, O).</p><p><strong>Decision.</strong> Calls, options, defaults, types and shapes of answers stay the same; where its versions differ, as in its newest one. Where the old behaviour is unsafe, ours differs, also when an option asks for the old one: <code>state</code> is always sent and always checked, the challenge is correct, the URL is cleaned, messages count only from our own window. Promises that never settled are rejected instead.</p><p><strong>Consequences.</strong> An app that relied on a missing <code>state</code> stops working; <a href="./../moving-from-accounts-sdk.html">the list</a> says what differs and why. The official client itself runs unchanged against the sandbox (<code>e2e/official-client.spec.ts</code>), which needs one switch for its wrong challenge (protocol.md Q6).</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("docs/decisions/drop-in-differences.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const dropInDifferences = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  dropInDifferences as default
};
