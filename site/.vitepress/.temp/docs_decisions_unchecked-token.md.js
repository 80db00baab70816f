import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"The unchecked token","description":"","frontmatter":{},"headers":[],"relativePath":"docs/decisions/unchecked-token.md","filePath":"docs/decisions/unchecked-token.md"}');
const _sfc_main = { name: "docs/decisions/unchecked-token.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="the-unchecked-token" tabindex="-1">The unchecked token <a class="header-anchor" href="#the-unchecked-token" aria-label="Permalink to &quot;The unchecked token&quot;">​</a></h1><p><strong>Context.</strong> In the implicit grant a response does not say for which app its token is, nor, in a pop-up, whose it is and how long it lives. The client asks LiveChat (<code>GET /v2/info</code>, a preflight and a request) and ends the sign-in when the token is of another app, or of another account than expected. Until then a page could do nothing, and its first request waited in line.</p><p><strong>Decision.</strong> Two moments, two ways to hear of them:</p><table tabindex="0"><thead><tr><th>Moment</th><th>How a page hears</th><th>What it may do</th></tr></thead><tbody><tr><td>the token is there</td><td>option <code>onUncheckedToken(accessToken, { returnTo, signal })</code></td><td>send a first request to LiveChat</td></tr><tr><td>the session is whole</td><td><code>signIn()</code>, <code>resume()</code>, the state <code>signed-in</code>, <code>getAccessToken()</code></td><td>everything</td></tr></tbody></table><p>Nothing else moves: the state stays <code>signing-in</code>, no call hands the token out, nothing is stored, shared or told to other tabs. <code>signal</code> aborts as soon as no session comes of the token, and at sign-out, so a request made with it ends with it.</p><p><strong>What follows.</strong></p><ul><li>A page that ignores the option is as safe as before, and as slow: <code>signIn()</code> still waits for the check.</li><li>A page that uses it may send the token to LiveChat and keep the answer unseen until the session says the same <code>accessToken</code>. It must not show the answer, or act on it: a token of an attacker&#39;s account would otherwise show the agent the attacker&#39;s chats, or take the agent&#39;s work to them.</li><li>The inbox asks for the chats so (<code>src/app/chats/ask-for-chats.ts</code>) and puts them into the cache of the session.</li><li>Why not a session at once, completed later: every view would have to know that an account may still change into nobody, and one that forgets shows a stranger&#39;s chats.</li><li>In the code grant the token endpoint says all of it, so both moments are one.</li></ul></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("docs/decisions/unchecked-token.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const uncheckedToken = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  uncheckedToken as default
};
