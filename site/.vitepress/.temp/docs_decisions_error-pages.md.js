import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Pages for error codes","description":"","frontmatter":{},"headers":[],"relativePath":"docs/decisions/error-pages.md","filePath":"docs/decisions/error-pages.md"}');
const _sfc_main = { name: "docs/decisions/error-pages.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="pages-for-error-codes" tabindex="-1">Pages for error codes <a class="header-anchor" href="#pages-for-error-codes" aria-label="Permalink to &quot;Pages for error codes&quot;">​</a></h1><p><strong>Context.</strong> Each error code has a page on the documentation site, and an error could lead there: a field <code>see</code>, or an address in its message. The site has no address yet, and nothing in this package leads to an address that does not exist. A path inside the package, such as <code>docs/troubleshooting.md</code>, means nothing to whoever reads a console: a bundler leaves the document behind.</p><p><strong>Decision.</strong> Errors have no <code>see</code>. The <code>code</code> is the key: stable, and the heading of its page.</p><p><strong>What follows.</strong></p><ul><li><code>docs/troubleshooting.md</code> is in the package, and has a row for each code; a test compares both. The site makes a page of each row, which its search finds by the code.</li><li>The docstrings of <code>SignInError</code> and <code>SignInErrorCode</code> name the document, so an editor shows where to read on.</li><li>In development the console explains <code>popup_closed</code> and <code>state_mismatch</code> by itself.</li><li>Once the site has an address, <code>see</code> can be a getter that puts the code behind it: a few bytes, and no change for those who branch on <code>code</code>.</li></ul></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("docs/decisions/error-pages.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const errorPages = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  errorPages as default
};
