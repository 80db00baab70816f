import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"oidc-client-ts, and how little of it","description":"","frontmatter":{},"headers":[],"relativePath":"docs/decisions/oidc-client-ts.md","filePath":"docs/decisions/oidc-client-ts.md"}');
const _sfc_main = { name: "docs/decisions/oidc-client-ts.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="oidc-client-ts-and-how-little-of-it" tabindex="-1">oidc-client-ts, and how little of it <a class="header-anchor" href="#oidc-client-ts-and-how-little-of-it" aria-label="Permalink to &quot;oidc-client-ts, and how little of it&quot;">​</a></h1><p><strong>Context.</strong> The code grant needs random values, an S256 challenge, a correct URL, a token exchange and a refresh. oidc-client-ts 3 is well kept and does all of that for OpenID Connect. LiveChat&#39;s server is OAuth without OpenID: no discovery document, no ID token, scopes separated by commas, and its own errors. The library is also lenient where we must not be: a missing lifetime counts as &quot;never expires&quot;, <code>null</code> passes as a token response, a duplicate <code>code</code> passes, and it keeps its state in <code>localStorage</code> unless told otherwise (threats.md, O).</p><p><strong>Decision.</strong> We call one public method, <code>createSigninRequest()</code>, which makes <code>state</code>, verifier, challenge and URL, and read the verifier from its public result. Reading the response, exchanging the code and refreshing are our own, in <code>src/auth/grant</code>: one form each, sent by the same hardened fetch as every other request that carries a token.</p><p><strong>Consequences.</strong> The dependency is a version range again: nothing private is replaced. It is loaded only when the code grant is used, and the shared session&#39;s worker does not need it. Our token requests follow LiveChat&#39;s errors (protocol.md 3.4) and refuse what threats.md F9 to F14 list. Writing PKCE ourselves would save some bytes of that later chunk; we leave the random values and the challenge to a library that many people read. <code>createSigninRequest()</code> is asynchronous, so the sign-in window opens before its URL is known: <a href="./sign-in-window.html">the sign-in window</a>.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("docs/decisions/oidc-client-ts.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const oidcClientTs = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  oidcClientTs as default
};
