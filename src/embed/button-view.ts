import { mark } from '../brand/index.ts'

/** The button and what is said beneath it, without a word of markup: Trusted Types refuse that. */
export interface ButtonView {
  frame: HTMLElement
  button: HTMLButtonElement
  label: Text
  status: HTMLElement
  alert: HTMLElement
  otherWay: HTMLButtonElement
}

export function createButtonView(): ButtonView {
  const label = new Text()
  const button = element('button', 'sign-in-button')
  button.type = 'button'
  button.append(drawMark(), label)
  const status = element('output', 'sign-in-status')
  const alert = element('div', 'sign-in-failure')
  alert.role = 'alert'
  const otherWay = element('button', 'sign-in-other-way')
  otherWay.type = 'button'
  // Only the label speaks the page's language.
  for (const words of [status, alert, otherWay]) {
    words.lang = 'en'
    words.dir = 'auto'
  }
  const frame = element('div', 'sign-in-with-livechat')
  frame.append(button, status, alert, otherWay)
  return { frame, button, label, status, alert, otherWay }
}

function drawMark(): SVGSVGElement {
  const svg = svgElement('svg', 'sign-in-mark')
  svg.setAttribute('viewBox', mark.viewBox)
  svg.setAttribute('aria-hidden', 'true')
  const bubble = svgElement('path', 'sign-in-mark-bubble')
  bubble.setAttribute('d', mark.bubble)
  const arrow = svgElement('path', 'sign-in-mark-arrow')
  arrow.setAttribute('d', mark.arrow)
  svg.append(bubble, arrow)
  return svg
}

function element<Name extends keyof HTMLElementTagNameMap>(name: Name, className: string) {
  const made = document.createElement(name)
  made.className = className
  return made
}

function svgElement<Name extends keyof SVGElementTagNameMap>(name: Name, className: string) {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name)
  made.setAttribute('class', className)
  return made
}
