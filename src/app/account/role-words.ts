const words: Readonly<Record<string, string>> = {
  owner: 'Owner',
  viceowner: 'Vice owner',
  administrator: 'Administrator',
  normal: 'Agent',
}

/** LiveChat's roles as its own pages call them; one it invents later stays as it is. */
export function roleInWords(role: string): string {
  return (Object.hasOwn(words, role) && words[role]) || role
}
