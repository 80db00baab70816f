import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse(`{"title":"Which parts of LiveChat's design system are not used","description":"","frontmatter":{},"headers":[],"relativePath":"docs/decisions/design-system.md","filePath":"docs/decisions/design-system.md"}`);
const _sfc_main = { name: "docs/decisions/design-system.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="which-parts-of-livechat-s-design-system-are-not-used" tabindex="-1">Which parts of LiveChat&#39;s design system are not used <a class="header-anchor" href="#which-parts-of-livechat-s-design-system-are-not-used" aria-label="Permalink to &quot;Which parts of LiveChat&#39;s design system are not used&quot;">​</a></h1><p><strong>Context.</strong> Agents know LiveChat&#39;s own app. Its design system for React has tokens, icons and components. Some components cannot be reached by keyboard, are not named for screen readers, or cost more than the page around them.</p><p><strong>Decision.</strong> Avatar, Button, Input, Loader, Skeleton, Tag, Tooltip and the icons are used. Where a part loses the focus, its name or a key press, a plain element in the same colours takes its place. The <a href="./../chats.html#made-of">table</a> has each part and the reason. The sign-in page loads none of it; it comes with the signed-in part.</p><p><strong>Consequences.</strong> <code>scripts/design-system-plugin.ts</code> tells the bundler that creating a component has no side effects, which saves a third of the script and half of the styles; its test fails when that stops being true. With each new version the table is worth another look.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("docs/decisions/design-system.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const designSystem = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  designSystem as default
};
