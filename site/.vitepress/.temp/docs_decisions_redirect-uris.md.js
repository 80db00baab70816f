import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Redirect URI rules","description":"","frontmatter":{},"headers":[],"relativePath":"docs/decisions/redirect-uris.md","filePath":"docs/decisions/redirect-uris.md"}');
const _sfc_main = { name: "docs/decisions/redirect-uris.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="redirect-uri-rules" tabindex="-1">Redirect URI rules <a class="header-anchor" href="#redirect-uri-rules" aria-label="Permalink to &quot;Redirect URI rules&quot;">​</a></h1><p><strong>Context.</strong> LiveChat compares scheme, host and port exactly, wants the registered path to be contained in the requested one, and allows neither query, fragment nor <code>..</code> (protocol.md 1.6). Its wording would let <code>/archives</code> match <code>/x/archives</code> and <code>/archivesX</code> (Q1). A loose rule lets whoever controls another page of the host receive tokens.</p><p><strong>Decision.</strong> On the page: <code>redirectUri</code> must be of the page&#39;s own origin, without query or fragment; otherwise a <code>configuration</code> error. Where the agent was (path, query, hash) is kept in the tab as <code>returnTo</code>, not in the URI. In the sandbox: a requested URI must continue a registered one on a segment border, and <code>..</code> is looked for in the raw string, encoded forms included, since a URL parser removes it.</p><p><strong>Consequences.</strong> What the sandbox accepts, LiveChat accepts; the sandbox refuses some URIs that LiveChat&#39;s wording allows. Error messages name the usual mistakes: <code>localhost</code> instead of <code>127.0.0.1</code>, another port, a trailing slash. One registered origin is enough for a whole app. <code>sandbox/accounts/redirect-uri.test.ts</code> has the eleven documented cases and more.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("docs/decisions/redirect-uris.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const redirectUris = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  redirectUris as default
};
