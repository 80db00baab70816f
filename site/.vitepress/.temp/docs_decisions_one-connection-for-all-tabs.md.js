import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"One connection for all tabs","description":"","frontmatter":{},"headers":[],"relativePath":"docs/decisions/one-connection-for-all-tabs.md","filePath":"docs/decisions/one-connection-for-all-tabs.md"}');
const _sfc_main = { name: "docs/decisions/one-connection-for-all-tabs.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="one-connection-for-all-tabs" tabindex="-1">One connection for all tabs <a class="header-anchor" href="#one-connection-for-all-tabs" aria-label="Permalink to &quot;One connection for all tabs&quot;">​</a></h1><p><strong>Context.</strong> LiveChat limits how many connections an agent has and closes the oldest of too many, which another tab, or the agent&#39;s own app elsewhere, then lacks. Ten tabs that each connect would take turns in being closed. Where the session is shared (<a href="./../shared-session.html">shared-session.md</a>) its worker could hold the connection, but the inbox has a session per tab (<a href="./sessions-and-tabs.html">sessions and tabs</a>), and a browser may end the worker with its last tab.</p><p><strong>Decision.</strong> The tabs of one agent, organization and app agree on one by a Web Lock. Whoever has it connects, with the token of its own tab, and passes on over a <code>BroadcastChannel</code> what LiveChat pushes, and the state of the connection. Tokens are in no message. The lock goes to another tab when the first one closes, and is taken from one that does not answer within two seconds, since a browser may stop a tab that it keeps. A tab whose session has ended gives the lock back; one that the browser keeps for Back too, as neither a lock nor a socket may be open there.</p><p>The name of lock and channel has a number: tabs that run an older version of the app, with other messages, have a connection of their own. So does every tab in a browser without locks.</p><p><strong>Consequences.</strong> This is not what <a href="./no-web-locks.html">no-web-locks.md</a> rules out: nothing that crosses is a secret or is taken for a session, and a connection, unlike a renewal, is one for all. A script of the site can send messages on the channel (<a href="./../threats.html#the-rest">A63</a>): what it claims makes a tab ask LiveChat again, and LiveChat&#39;s answer is what is shown. Only what passes by is believed: who writes what, how many chats are unread, whether the agent accepts chats. It can also read them, as it can read the page.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("docs/decisions/one-connection-for-all-tabs.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const oneConnectionForAllTabs = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  oneConnectionForAllTabs as default
};
