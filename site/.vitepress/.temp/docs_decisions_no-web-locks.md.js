import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"No Web Locks","description":"","frontmatter":{},"headers":[],"relativePath":"docs/decisions/no-web-locks.md","filePath":"docs/decisions/no-web-locks.md"}');
const _sfc_main = { name: "docs/decisions/no-web-locks.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="no-web-locks" tabindex="-1">No Web Locks <a class="header-anchor" href="#no-web-locks" aria-label="Permalink to &quot;No Web Locks&quot;">​</a></h1><p><strong>Context.</strong> The usual way to let only one tab renew is <code>navigator.locks</code>: the tab that gets the lock sends the request, the others wait and read its result from storage.</p><p><strong>Decision.</strong> None are used. The second half of that recipe is what we rule out: the result would have to be in storage or in a message, and a session never comes from there (<a href="./sessions-and-tabs.html">sessions and tabs</a>). Tabs with sessions of their own have refresh tokens of their own, so two renewals at once do not disturb each other. Where the session is shared, the SharedWorker is a single thread and makes one request at a time for each refresh token.</p><p><strong>Consequences.</strong> One mechanism less, and nothing to go wrong where locks are missing. Within a tab, one promise serves all callers (threats.md F19, F20). The live feed has a lock, for another reason: <a href="./one-connection-for-all-tabs.html">one connection for all tabs</a>.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("docs/decisions/no-web-locks.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const noWebLocks = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  noWebLocks as default
};
