import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Away","description":"","frontmatter":{},"headers":[],"relativePath":"docs/decisions/away-status.md","filePath":"docs/decisions/away-status.md"}');
const _sfc_main = { name: "docs/decisions/away-status.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="away" tabindex="-1">Away <a class="header-anchor" href="#away" aria-label="Permalink to &quot;Away&quot;">​</a></h1><p><strong>Context.</strong> An agent may be connected to LiveChat several times, and each connection says whether the agent is away from it. One who is away from all of them stops accepting chats (<a href="./../protocol.html#93-login-and-what-it-does-to-the-agent">protocol 9.3</a>). When LiveChat looks at that, at a change of <code>away</code> alone or also when somebody begins to accept chats, no page says (<a href="./../protocol.html#111-what-the-public-sources-do-not-say">Q34</a>). A page that only watches must make nobody accept chats, nor keep them accepting after they have left the app they work in, so it logs in with <code>away: true</code>. But an agent who turns <em>Accept chats</em> on in such a page might be turned off again at once, or as soon as their other app finds them idle.</p><p><strong>Decision.</strong> A connection is away until its agent accepts chats in it: by the switch, or by the <em>OK</em> to the notice that they accept chats already. <code>set_away_status</code> with <code>false</code> goes before <code>set_routing_status</code>, and reconnects say it in their <code>login</code>. All tabs have one connection (<a href="./one-connection-for-all-tabs.html">one connection for all tabs</a>) and tell each other, so that it does not matter which of them holds it. As soon as LiveChat says that the agent does not accept chats, whoever stopped it, the connection is away again.</p><p><strong>Consequences.</strong> A page that is loaded again is away at first, even if the agent accepts chats: it says so by its notice, and the <em>OK</em> ends that. Nobody is found idle by this page: an agent who accepts chats here does so until they stop, sign out or close it. The feed of the package leaves the choice to its page (<code>feed.setAway()</code>). It needs the scope <code>agents--my:rw</code>, as accepting chats does.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("docs/decisions/away-status.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const awayStatus = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  awayStatus as default
};
