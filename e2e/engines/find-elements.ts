/** What to look for: by CSS, or by role and name as an agent who hears the page would. */
export interface Query {
  css?: string
  role?: string
  /** The whole name, or a pattern in `source` and `flags`. */
  name?: string | { source: string; flags: string }
}

/**
 * Finds what is in view in a page, inside shadow roots as well; this function is sent into the page.
 *
 * Names are computed as far as our pages need it: labels, alternative texts and text content.
 */
export function findElements({ css, role, name }: Query): Element[] {
  const selectors: Record<string, string> = {
    alert: '[role=alert]',
    banner: 'header',
    button: 'button, [role=button]',
    heading: 'h1, h2, h3, h4',
    link: 'a[href]',
    list: 'ul, ol, [role=list]',
    listitem: 'li, [role=listitem]',
    log: '[role=log]',
    radio: 'input[type=radio], [role=radio]',
    region: 'section, [role=region]',
    searchbox: 'input[type=search]',
    textbox: 'textarea, input[type=text], input[type=email], input[type=password]',
    timer: '[role=timer]',
  }
  const selector = css ?? selectors[role ?? '']
  if (!selector) throw new Error(`No selector is known for the role ${role}.`)

  const inTree = (root: ParentNode): Element[] => [
    ...root.querySelectorAll(selector),
    ...[...root.querySelectorAll('*')].flatMap((one) =>
      one.shadowRoot ? inTree(one.shadowRoot) : [],
    ),
  ]
  const textOf = (element: Element | null | undefined): string => {
    if (!element || element.getAttribute('aria-hidden') === 'true') return ''
    const label = element.getAttribute('aria-label') ?? element.getAttribute('alt')
    if (label !== null) return label
    return [...element.childNodes]
      .map((node) => (node instanceof Element ? textOf(node) : node.textContent))
      .join('')
  }
  const nameOf = (element: Element): string => {
    const ids = element.getAttribute('aria-labelledby')?.split(' ') ?? []
    const { labels } = element as HTMLInputElement
    const text = ids.length
      ? ids.map((id) => textOf(document.getElementById(id))).join(' ')
      : labels?.length && !element.hasAttribute('aria-label')
        ? [...labels].map(textOf).join(' ')
        : textOf(element)
    return text.replace(/\s+/g, ' ').trim()
  }
  const isNamed = (element: Element): boolean => {
    if (name === undefined) return true
    if (typeof name === 'string') return nameOf(element) === name
    return new RegExp(name.source, name.flags).test(nameOf(element))
  }
  const isShown = (element: Element): boolean =>
    element.getClientRects().length > 0 && getComputedStyle(element).visibility === 'visible'
  return inTree(document).filter((one) => isShown(one) && isNamed(one))
}
