import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"The implicit grant is still there, and the default","description":"","frontmatter":{},"headers":[],"relativePath":"docs/decisions/implicit-grant.md","filePath":"docs/decisions/implicit-grant.md"}');
const _sfc_main = { name: "docs/decisions/implicit-grant.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="the-implicit-grant-is-still-there-and-the-default" tabindex="-1">The implicit grant is still there, and the default <a class="header-anchor" href="#the-implicit-grant-is-still-there-and-the-default" aria-label="Permalink to &quot;The implicit grant is still there, and the default&quot;">​</a></h1><p><strong>Context.</strong> <a href="https://www.rfc-editor.org/rfc/rfc9700#section-2.1.2" target="_blank" rel="noreferrer">RFC 9700</a> advises against the implicit grant. LiveChat documents it for web apps, its own client uses it unless told otherwise, and its newer test notes call it deprecated without a date (protocol.md 2). A redirect leaves the token in the browser&#39;s history, where no page can remove it (threats.md A32, A33). A pop-up does not: the token arrives by a message that only our window&#39;s opener reads.</p><p><strong>Decision.</strong> The implicit grant by <strong>pop-up</strong> is the default. It works for every app as registered, needs no token request and adds no bytes. <code>grantType: &#39;code&#39;</code> is one option away, and <code>redirectGrantType: &#39;code&#39;</code> uses it only for the redirect that is offered when a pop-up is blocked. The documentation says which to choose, and recommends the code grant for long sessions and for redirects.</p><p><strong>Consequences.</strong> There are two grants to keep right; every attack and fault is tested for both. Views cannot tell them apart: after either there is the same <code>Session</code>. An implicit session cannot renew itself, so the agent is asked to continue before it ends. If LiveChat sets a date for removing the implicit grant, the default changes in a major version.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("docs/decisions/implicit-grant.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const implicitGrant = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  implicitGrant as default
};
