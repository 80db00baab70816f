import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Frameworks","description":"","frontmatter":{},"headers":[],"relativePath":"docs/frameworks.md","filePath":"docs/frameworks.md"}');
const _sfc_main = { name: "docs/frameworks.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="frameworks" tabindex="-1">Frameworks <a class="header-anchor" href="#frameworks" aria-label="Permalink to &quot;Frameworks&quot;">​</a></h1><p>Each page is built and signed in with by this package&#39;s own tests.</p><table tabindex="0"><thead><tr><th>Framework</th><th></th></tr></thead><tbody><tr><td><a href="./frameworks/react.html">React</a></td><td>a provider, hooks and a button</td></tr><tr><td><a href="./frameworks/next.html">Next.js</a></td><td>the same, rendered on a server; and with the session on it</td></tr><tr><td><a href="./frameworks/react-router.html">React Router</a></td><td>in framework mode</td></tr><tr><td><a href="./frameworks/vue.html">Vue</a>, <a href="./frameworks/svelte.html">Svelte</a></td><td>the elements</td></tr><tr><td><a href="./frameworks/jsx.html">Preact, Solid</a></td><td>the elements with types in JSX</td></tr><tr><td><a href="./frameworks/plain.html">None</a></td><td>the elements, or the client alone</td></tr></tbody></table><p>A server that answers with pages and keeps the session itself: <a href="./server-side.html">server-side apps</a>.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("docs/frameworks.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const frameworks = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  frameworks as default
};
