import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Sessions do not cross tabs by message","description":"","frontmatter":{},"headers":[],"relativePath":"docs/decisions/sessions-and-tabs.md","filePath":"docs/decisions/sessions-and-tabs.md"}');
const _sfc_main = { name: "docs/decisions/sessions-and-tabs.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="sessions-do-not-cross-tabs-by-message" tabindex="-1">Sessions do not cross tabs by message <a class="header-anchor" href="#sessions-do-not-cross-tabs-by-message" aria-label="Permalink to &quot;Sessions do not cross tabs by message&quot;">​</a></h1><p><strong>Context.</strong> Two wishes conflict. When two tabs renew at once, one request should serve both (threats.md F18). And no tab may take over a session that arrives by a message or a storage entry, since any script of the site could forge one (A37).</p><p><strong>Decision.</strong> A37 wins by default: each tab has its own session in its own memory, with its own refresh token. Only a sign-out crosses tabs, as a random mark in <code>localStorage</code> that carries no secret. Whoever wants one session for all tabs asks for it: <code>shareSession</code> keeps it in a SharedWorker, which is a script of the same site that pages can ask but not impersonate. The worker makes the one request and answers everybody.</p><p><strong>Consequences.</strong> Without sharing, a reload costs one click, a second tab signs in by itself, and each tab counts towards LiveChat&#39;s limit of 25 tokens (A39). With sharing, tabs renew once and a reload keeps the session while another tab is open. Where a browser has no SharedWorker, each tab is on its own again. <a href="./../shared-session.html">shared-session.md</a> has the details, and why the worker does not also make the API calls.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("docs/decisions/sessions-and-tabs.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const sessionsAndTabs = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  sessionsAndTabs as default
};
