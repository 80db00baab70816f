import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Coming from Google","description":"","frontmatter":{},"headers":[],"relativePath":"docs/moving-from-google.md","filePath":"docs/moving-from-google.md"}');
const _sfc_main = { name: "docs/moving-from-google.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="coming-from-google" tabindex="-1">Coming from Google <a class="header-anchor" href="#coming-from-google" aria-label="Permalink to &quot;Coming from Google&quot;">​</a></h1><p>What you call in Google Identity Services, and what does it here:</p><table tabindex="0"><thead><tr><th>Google</th><th>Here</th><th>What differs</th></tr></thead><tbody><tr><td><code>&lt;script src=&quot;https://accounts.google.com/gsi/client&quot;&gt;</code></td><td><code>&lt;script type=&quot;module&quot; src=&quot;/lib/script/sign-in-with-livechat.js&quot;&gt;</code></td><td>the file is on your own site</td></tr><tr><td><code>&lt;div class=&quot;g_id_signin&quot;&gt;</code>, <code>google.accounts.id.renderButton()</code></td><td><code>&lt;sign-in-with-livechat client-id=&quot;…&quot;&gt;</code></td><td>an element, which you style by <a href="./options.html">custom properties</a></td></tr><tr><td><code>google.accounts.oauth2.initTokenClient({ client_id, scope, callback })</code></td><td><code>createSignInClient({ clientId, scopes })</code></td><td></td></tr><tr><td><code>tokenClient.requestAccessToken()</code></td><td><code>await client.signIn()</code></td><td>a promise of the session, instead of a callback</td></tr><tr><td><code>initCodeClient({ ux_mode: &#39;redirect&#39; })</code></td><td><code>createSignInClient({ clientId, flow: &#39;redirect&#39;, grantType: &#39;code&#39; })</code></td><td>the page exchanges the code itself, by PKCE; a server can do so as well</td></tr><tr><td><code>response.access_token</code></td><td><code>await client.getAccessToken()</code></td><td>ask for it before each call: it is refreshed when it must be</td></tr><tr><td><code>google.accounts.oauth2.hasGrantedAllScopes()</code></td><td><code>session.scopes</code></td><td>what was granted</td></tr><tr><td><code>error_callback</code> with <code>popup_closed</code></td><td>a rejected promise with the <code>code</code> <code>popup_closed</code></td><td><a href="./troubleshooting.html">every code and what to do</a></td></tr><tr><td><code>google.accounts.oauth2.revoke()</code></td><td><code>client.signOut()</code></td><td>in all tabs</td></tr><tr><td>One Tap, FedCM</td><td>nothing</td><td>LiveChat offers neither; <em>Continue as Ada</em> is <a href="./recipes.html#continue-as-the-agent-who-was-here">a recipe</a></td></tr><tr><td>the ID token</td><td><code>./accounts-api</code></td><td>LiveChat&#39;s token says nothing about the agent; <code>getAccount()</code> asks</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("docs/moving-from-google.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const movingFromGoogle = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  movingFromGoogle as default
};
