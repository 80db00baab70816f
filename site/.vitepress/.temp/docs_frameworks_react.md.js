import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"React","description":"","frontmatter":{},"headers":[],"relativePath":"docs/frameworks/react.md","filePath":"docs/frameworks/react.md"}');
const _sfc_main = { name: "docs/frameworks/react.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="react" tabindex="-1">React <a class="header-anchor" href="#react" aria-label="Permalink to &quot;React&quot;">​</a></h1><p>React 18.3 and 19. The <a href="./../../README.html#react">README</a> has the first page; this is what comes after.</p><table tabindex="0"><thead><tr><th>You want to</th><th></th></tr></thead><tbody><tr><td>protect a page, ask for more time, show who is signed in</td><td><a href="./../recipes.html#protect-a-route">recipes</a></td></tr><tr><td>look up a prop or a hook</td><td><a href="./../options.html#the-react-button">options</a></td></tr><tr><td>change colors and sizes</td><td><a href="./../theming.html">theming</a></td></tr><tr><td>render on a server</td><td><a href="./next.html">Next.js</a>, <a href="./react-router.html">React Router</a></td></tr><tr><td>keep the session on your server</td><td><a href="./../server-side.html#in-the-page">server-side apps</a></td></tr></tbody></table><p>The client is created once, outside of components, in a file of its own: saving another file then keeps the session. Call <code>client.resume()</code> before React renders, so that no effect has to wait for it.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("docs/frameworks/react.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const react = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  react as default
};
