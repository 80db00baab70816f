/** A ref for what scrolls and has nothing in it to focus: the keyboard reaches the scroller itself. */
export function reachByTab(scroller: HTMLElement | null): void {
  if (scroller) scroller.tabIndex = 0
}
