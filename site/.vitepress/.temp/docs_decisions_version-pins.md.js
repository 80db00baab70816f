import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Version pins","description":"","frontmatter":{},"headers":[],"relativePath":"docs/decisions/version-pins.md","filePath":"docs/decisions/version-pins.md"}');
const _sfc_main = { name: "docs/decisions/version-pins.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="version-pins" tabindex="-1">Version pins <a class="header-anchor" href="#version-pins" aria-label="Permalink to &quot;Version pins&quot;">​</a></h1><p><strong>Context.</strong> The project runs on Node 20.19 and newer. Of each package it takes the newest release whose <code>engines</code> admit that, as a caret range, and the lock file fixes the rest.</p><p><strong>Decision.</strong> The exceptions:</p><table tabindex="0"><thead><tr><th>Package</th><th>Range</th><th>Why</th></tr></thead><tbody><tr><td><code>@biomejs/biome</code></td><td><code>~2.5</code></td><td>ships one binary package per platform; of a newer minor not all of them were in the registry, and <code>npm ci</code> refuses a lock file that lacks one</td></tr><tr><td><code>rolldown</code></td><td><code>~1.2</code></td><td>the same</td></tr><tr><td><code>oidc-provider</code></td><td><code>^8</code></td><td>the last major made for Node 20; it is the independent server of one browser test</td></tr><tr><td><code>@types/node</code></td><td><code>^20</code></td><td>the oldest Node we run on, so that newer APIs do not compile</td></tr><tr><td><code>react</code>, as a peer</td><td><code>*</code>, optional</td><td>npm refuses an optional peer of another version, so <code>^18.3 || ^19</code> kept the package from pages that use another entry point beside React 17; <code>LiveChatProvider</code> says which React it needs</td></tr></tbody></table><p><strong>Consequences.</strong> Before a package is added or updated: <code>npm ci --dry-run</code> must be clean. The <code>size</code> script fails when a bigger dependency makes an entry point outgrow its budget.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("docs/decisions/version-pins.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const versionPins = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  versionPins as default
};
