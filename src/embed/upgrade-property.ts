/** Sets a property again that the page set before the element was defined, which hides its accessor. */
export function upgradeProperty<Name extends string>(
  element: HTMLElement & Record<Name, unknown>,
  name: Name,
): void {
  if (!Object.hasOwn(element, name)) return
  const value = element[name]
  Reflect.deleteProperty(element, name)
  Reflect.set(element, name, value)
}
