import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Publishing","description":"","frontmatter":{},"headers":[],"relativePath":"docs/publishing.md","filePath":"docs/publishing.md"}');
const _sfc_main = { name: "docs/publishing.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="publishing" tabindex="-1">Publishing <a class="header-anchor" href="#publishing" aria-label="Permalink to &quot;Publishing&quot;">​</a></h1><ol><li><code>npm ci &amp;&amp; npm test &amp;&amp; npm run test:package</code> on a clean clone.</li><li>In <code>CHANGELOG.md</code> give <em>Unreleased</em> its version and date. A renamed error code, event, attribute or export is a major version; a new one is a minor. With the first release, replace the tarball in <code>README.md</code> by <code>npm install sign-in-with-livechat</code>.</li><li><code>npm version minor</code> (or <code>patch</code>, <code>major</code>) commits and tags. The first release is the <code>0.1.0</code> already in <code>package.json</code>: <code>npm version 0.1.0 --allow-same-version</code>.</li><li><code>npm publish --dry-run</code> builds the package (<code>prepublishOnly</code>), checks its size budgets and lists what would be sent: <code>lib/</code>, the documents, <code>LICENSE</code> and <code>package.json</code>, nothing else. <code>scripts/packed-files.test.ts</code> checks that, and that every link of these documents leads to something in the package.</li><li><code>npm publish --access public</code>, from your own machine, with a second factor.</li><li><code>git push --follow-tags</code>.</li></ol><p>If a version is bad, publish a new one; <code>npm deprecate sign-in-with-livechat@1.2.3 &quot;why&quot;</code> warns those who have it.</p><h2 id="what-the-dry-run-printed" tabindex="-1">What the dry run printed <a class="header-anchor" href="#what-the-dry-run-printed" aria-label="Permalink to &quot;What the dry run printed&quot;">​</a></h2><p>Of version 0.1.0, by npm 11, without a registry to talk to (<code>--registry http://localhost:9</code>); the list of files and the sizes of the entry points are left out:</p><div class="language- vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang"></span><pre class="shiki shiki-themes github-light github-dark vp-code" tabindex="0"><code><span class="line"><span>npm notice Tarball Details</span></span>
<span class="line"><span>npm notice name: sign-in-with-livechat</span></span>
<span class="line"><span>npm notice version: 0.1.0</span></span>
<span class="line"><span>npm notice filename: sign-in-with-livechat-0.1.0.tgz</span></span>
<span class="line"><span>npm notice package size: 248.7 kB</span></span>
<span class="line"><span>npm notice unpacked size: 851.4 kB</span></span>
<span class="line"><span>npm notice total files: 123</span></span>
<span class="line"><span>npm warn publish This command requires you to be logged in to http://localhost:9/ (dry-run)</span></span>
<span class="line"><span>npm notice Publishing to http://localhost:9/ with tag latest and public access (dry-run)</span></span>
<span class="line"><span>+ sign-in-with-livechat@0.1.0</span></span></code></pre></div><p>Nothing was sent. Whether the name is free turns out at the first release.</p><h2 id="from-ci" tabindex="-1">From CI <a class="header-anchor" href="#from-ci" aria-label="Permalink to &quot;From CI&quot;">​</a></h2><p><code>npm publish --provenance</code> would prove which commit a version was built from, and trusted publishing would make npm&#39;s token unnecessary. Both need two things this repository does not have yet: a <code>repository</code> in <code>package.json</code>, equal to where the source is public, and a CI that npm supports (GitHub Actions or GitLab CI, allowed to ask for an identity token: <code>id-token: write</code>). From one&#39;s own machine <code>--provenance</code> fails.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("docs/publishing.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const publishing = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  publishing as default
};
