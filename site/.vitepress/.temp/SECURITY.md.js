import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Security policy","description":"","frontmatter":{},"headers":[],"relativePath":"SECURITY.md","filePath":"SECURITY.md"}');
const _sfc_main = { name: "SECURITY.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="security-policy" tabindex="-1">Security policy <a class="header-anchor" href="#security-policy" aria-label="Permalink to &quot;Security policy&quot;">​</a></h1><h2 id="report-a-weakness" tabindex="-1">Report a weakness <a class="header-anchor" href="#report-a-weakness" aria-label="Permalink to &quot;Report a weakness&quot;">​</a></h2><p>There is no public address for reports yet: the project is not published. Until there is one, tell the person who gave you this code, in private, and do not put a token, a client secret or a working attack in an issue. Say which version (the commit, or <code>version</code> in <code>package.json</code>), which flow and grant, which browser, and the steps.</p><h2 id="what-is-covered" tabindex="-1">What is covered <a class="header-anchor" href="#what-is-covered" aria-label="Permalink to &quot;What is covered&quot;">​</a></h2><ul><li>The package: sign-in core, React button, element, drop-in for <code>@livechat/accounts-sdk</code>, API clients.</li><li>The inbox app in <code>src/app</code>, served with its headers.</li><li>The sandbox is a test tool. It listens on this machine only, has known passwords and keeps tokens in its request log. Weaknesses that let a web page control it count; missing protection of what it stores does not.</li></ul><h2 id="what-is-guarded-and-how-it-is-tested" tabindex="-1">What is guarded, and how it is tested <a class="header-anchor" href="#what-is-guarded-and-how-it-is-tested" aria-label="Permalink to &quot;What is guarded, and how it is tested&quot;">​</a></h2><p><a href="./docs/threats.html">docs/threats.md</a> lists each attack and each fault, with the file that guards against it and the test that proves it. The attacks run in real Chromium against the sandbox, with the attacker&#39;s page on another origin. Properties are tested with random input; one of them plays random sequences of everything a session can go through. <code>npm test</code> runs all of it.</p><h2 id="what-remains" tabindex="-1">What remains <a class="header-anchor" href="#what-remains" aria-label="Permalink to &quot;What remains&quot;">​</a></h2><ul><li>After an implicit redirect the browser&#39;s history keeps the token. Use a pop-up or the code grant on shared computers.</li><li>A script in the page can act as the agent while it runs. Send the policy in <a href="./docs/security.html">docs/security.md</a>.</li><li>The tests run against our sandbox and an independent OAuth server, not against the live LiveChat. Where its behaviour is not documented, <a href="./docs/protocol.html#111-what-the-public-sources-do-not-say">docs/protocol.md</a> says what was assumed.</li></ul></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("SECURITY.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const SECURITY = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  SECURITY as default
};
