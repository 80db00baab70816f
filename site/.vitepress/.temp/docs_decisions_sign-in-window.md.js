import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"The sign-in window is never blank","description":"","frontmatter":{},"headers":[],"relativePath":"docs/decisions/sign-in-window.md","filePath":"docs/decisions/sign-in-window.md"}');
const _sfc_main = { name: "docs/decisions/sign-in-window.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="the-sign-in-window-is-never-blank" tabindex="-1">The sign-in window is never blank <a class="header-anchor" href="#the-sign-in-window-is-never-blank" aria-label="Permalink to &quot;The sign-in window is never blank&quot;">​</a></h1><p><strong>Context.</strong> A browser allows a window only in the click itself, and the URL of the code grant is not known then: its library has to load, and the browser&#39;s SHA-256 is asynchronous. The usual way is to open a blank window and send it on later. WebKit no longer counts that as the window&#39;s first page, and when ours has a <code>Cross-Origin-Opener-Policy</code> it cuts the link between the two, even with <code>same-origin-allow-popups</code>: no response arrives. The same holds for the implicit grant where the browser says it is offline, since we then try to reach LiveChat before we believe it.</p><p><strong>Decision.</strong> Where the URL is known in the click, the window opens there: in the implicit grant, and in the code grant when its challenge was made before the click, as the buttons do. Otherwise the window opens at <code>/robots.txt</code> of the accounts server and goes on from there with <code>location.replace</code>. So the link holds in Chromium, Firefox and WebKit. Nobody can type into that page, it runs no script, and it leaves no entry in the history; an error page in its place would do as well. The window goes on only when it is at LiveChat, or after three seconds: Chromium cuts the link when a response that is about to be shown gives way to another. A window that is given up closes at the same moment: before it, Chromium may keep one open that was told to close.</p><p><strong>Considered.</strong></p><ul><li>A synchronous SHA-256 in the core: 2.3 kB (brotli, <code>@noble/hashes</code>), and the random values and the challenge would no longer come from <a href="./oidc-client-ts.html">oidc-client-ts</a>.</li><li>No preparation, <code>/robots.txt</code> each time: some bytes less, and one response more to wait for at each sign-in.</li><li>A page of our own origin: every site would have to host one, without the header; with it, the browser cuts the link when that page goes on to LiveChat.</li></ul><p><strong>Consequences.</strong> <code>signInByPopup()</code> works in the code grant, and so does a click that comes before the preparation is done.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("docs/decisions/sign-in-window.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const signInWindow = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  signInWindow as default
};
