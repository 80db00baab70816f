import { mark } from '../brand/index.ts'
import { createElement, unclobbered } from '../dom/index.ts'

/** The elements of the button, made without markup strings, which Trusted Types refuse. */
export interface ButtonView {
  frame: HTMLElement
  button: HTMLButtonElement
  label: Text
  status: HTMLElement
  alert: HTMLElement
  /** Offers the other flow when this one cannot work. */
  alternative: HTMLButtonElement
}

/** Creates the button and what stands beneath it, without any text yet. */
export function createButtonView(): ButtonView {
  const label = new Text()
  const button = createElement('button', 'sign-in-button')
  button.type = 'button'
  button.append(createMark(), label)
  const status = createElement('output', 'sign-in-status')
  const alert = createElement('div', 'sign-in-failure')
  alert.role = 'alert'
  const alternative = createElement('button', 'sign-in-alternative')
  alternative.type = 'button'
  const parts = { button, status, failure: alert, alternative }
  for (const [name, element] of Object.entries(parts)) element.setAttribute('part', name)
  const frame = createElement('div', 'sign-in-with-livechat')
  frame.append(button, status, alert, alternative)
  return { frame, button, label, status, alert, alternative }
}

function createMark(): SVGSVGElement {
  const svg = createSvgElement('svg', 'sign-in-mark')
  svg.setAttribute('viewBox', mark.viewBox)
  svg.setAttribute('aria-hidden', 'true')
  const bubble = createSvgElement('path', 'sign-in-mark-bubble')
  bubble.setAttribute('d', mark.bubble)
  const arrow = createSvgElement('path', 'sign-in-mark-arrow')
  arrow.setAttribute('d', mark.arrow)
  svg.append(bubble, arrow)
  return svg
}

function createSvgElement<Name extends keyof SVGElementTagNameMap>(name: Name, className: string) {
  const element = unclobbered(document).createElementNS('http://www.w3.org/2000/svg', name)
  element.setAttribute('class', className)
  return element
}
