import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Sample payloads of the Agent Chat API v3.6","description":"","frontmatter":{},"headers":[],"relativePath":"src/agent-chat/sample-payloads/README.md","filePath":"src/agent-chat/sample-payloads/README.md"}');
const _sfc_main = { name: "src/agent-chat/sample-payloads/README.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="sample-payloads-of-the-agent-chat-api-v3-6" tabindex="-1">Sample payloads of the Agent Chat API v3.6 <a class="header-anchor" href="#sample-payloads-of-the-agent-chat-api-v3-6" aria-label="Permalink to &quot;Sample payloads of the Agent Chat API v3.6&quot;">​</a></h1><p>The JSON values LiveChat publishes as sample responses in its public repository <a href="https://github.com/livechat/livechat-public-docs" target="_blank" rel="noreferrer">livechat/livechat-public-docs</a>, folder <code>payloads/messaging/v3.6/agent-chat-api</code>, collected into one file per folder and formatted as the rest of this project.</p><table tabindex="0"><thead><tr><th>File</th><th>Samples</th></tr></thead><tbody><tr><td><code>events.json</code></td><td>one event of each type, and a deleted one</td></tr><tr><td><code>users.json</code></td><td>an agent, a customer and the agent&#39;s own profile</td></tr><tr><td><code>structures.json</code></td><td>chat, chat summary, thread, access, properties, form fields, cart</td></tr></tbody></table><p>They are samples, not schemas, and keep LiveChat&#39;s own slips: a misspelled <code>properites</code> key, a <code>threads</code> array in a chat, a deleted event without <code>visibility</code>, an avatar URL without a scheme. Every one must be read without an error.</p><p>Copyright (c) 2016 LiveChat, under the MIT License:</p><blockquote><p>Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the &quot;Software&quot;), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:</p><p>The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.</p><p>THE SOFTWARE IS PROVIDED &quot;AS IS&quot;, WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.</p></blockquote></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("src/agent-chat/sample-payloads/README.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const README = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  README as default
};
