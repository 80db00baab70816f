/**
 * The DOM as the browser made it, whatever a page calls its elements.
 *
 * @module
 */

/**
 * Reads and calls the members of a node that its prototype has, past elements that hide them: after
 * `<form name="body">` or `<img name="hasFocus">`, `document.body` and `document.hasFocus` are those elements, and a
 * form's `<input name="parentNode">` is its parent. Use it for a document, and for whatever may be a form.
 *
 * The result is no node itself, and has no member that a node has of its own, such as `document.location`.
 *
 * @see https://html.spec.whatwg.org/multipage/dom.html#dom-document-nameditem
 */
export function unclobbered<N extends Node>(node: N): N {
  return new Proxy(node, {
    get(_, name) {
      const member = Reflect.get(Object.getPrototypeOf(node), name, node)
      return typeof member === 'function' ? member.bind(node) : member
    },
  })
}

/** Creates an element with a class, without markup strings, which Trusted Types refuse. */
export function createElement<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
): HTMLElementTagNameMap[Name] {
  const element = unclobbered(document).createElement(name)
  element.className = className
  return element
}
