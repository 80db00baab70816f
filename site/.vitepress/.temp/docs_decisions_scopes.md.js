import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Scopes","description":"","frontmatter":{},"headers":[],"relativePath":"docs/decisions/scopes.md","filePath":"docs/decisions/scopes.md"}');
const _sfc_main = { name: "docs/decisions/scopes.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="scopes" tabindex="-1">Scopes <a class="header-anchor" href="#scopes" aria-label="Permalink to &quot;Scopes&quot;">​</a></h1><p><strong>Context.</strong> A page may ask for some of its app&#39;s scopes. The server may grant others (RFC 6749 §3.3), and LiveChat&#39;s scopes imply each other. A grant of more was refused by redirect and in the code grant, and accepted in a pop-up and by a refresh.</p><p><strong>Decision.</strong> What LiveChat granted is accepted in both flows and both grants, and by a refresh. <code>session.scopes</code> tells it, and <code>session.broaderThanAsked</code> says that it is more than was asked for.</p><p><strong>What follows.</strong></p><ul><li>No agent is locked out because a server spells a grant in its own way.</li><li>A refusal would protect nobody: the token exists, and only LiveChat can take its rights away.</li><li>A page that cares looks at <code>broaderThanAsked</code> and signs out.</li><li>Fewer scopes are accepted too: agents may refuse those that an app marks as optional. <code>missingScopes(session, wanted)</code> says what a feature lacks, and counts wider scopes: <code>rw</code> includes <code>ro</code>. It is a function, not a property of the session: an app that requests all of its scopes does not say which, so only the feature knows what it wants.</li></ul></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("docs/decisions/scopes.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const scopes = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  scopes as default
};
