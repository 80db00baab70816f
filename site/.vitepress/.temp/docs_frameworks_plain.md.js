import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"No framework","description":"","frontmatter":{},"headers":[],"relativePath":"docs/frameworks/plain.md","filePath":"docs/frameworks/plain.md"}');
const _sfc_main = { name: "docs/frameworks/plain.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="no-framework" tabindex="-1">No framework <a class="header-anchor" href="#no-framework" aria-label="Permalink to &quot;No framework&quot;">​</a></h1><table tabindex="0"><thead><tr><th>Your page has</th><th>Begin with</th></tr></thead><tbody><tr><td>a bundler</td><td><a href="./../../README.html#a-bundler-without-react">an import</a> that registers the element</td></tr><tr><td>no bundler</td><td><a href="./../../README.html#a-script-tag">a script tag</a> and the files of <code>lib/script/</code></td></tr><tr><td>a button of its own</td><td><a href="./../../README.html#your-own-button"><code>client.signIn()</code></a> in the click</td></tr></tbody></table><p>The element&#39;s attributes, events and slots: <a href="./../options.html#the-element">options</a>. What is around it can follow the session:</p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light github-dark vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#24292E;--shiki-dark:#E1E4E8;">client.</span><span style="--shiki-light:#6F42C1;--shiki-dark:#B392F0;">subscribe</span><span style="--shiki-light:#24292E;--shiki-dark:#E1E4E8;">(() </span><span style="--shiki-light:#D73A49;--shiki-dark:#F97583;">=&gt;</span><span style="--shiki-light:#24292E;--shiki-dark:#E1E4E8;"> {</span></span>
<span class="line"><span style="--shiki-light:#24292E;--shiki-dark:#E1E4E8;">  document.body.dataset.session </span><span style="--shiki-light:#D73A49;--shiki-dark:#F97583;">=</span><span style="--shiki-light:#24292E;--shiki-dark:#E1E4E8;"> client.</span><span style="--shiki-light:#6F42C1;--shiki-dark:#B392F0;">getSnapshot</span><span style="--shiki-light:#24292E;--shiki-dark:#E1E4E8;">().status</span></span>
<span class="line"><span style="--shiki-light:#24292E;--shiki-dark:#E1E4E8;">})</span></span></code></pre></div></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("docs/frameworks/plain.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const plain = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  plain as default
};
