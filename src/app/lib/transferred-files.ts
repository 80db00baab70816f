/**
 * The files of a paste or a drop that are meant as such: spreadsheets and word processors put a picture of the text
 * beside it.
 */
export function transferredFiles(data: DataTransfer | null): File[] {
  if (!data || isFormattedText(data.types)) return []
  return [...data.files]
}

/** Whether something dragged over the page has files; what they are is told only when they are dropped. */
export function hasFiles(data: DataTransfer | null): boolean {
  return data?.types.includes('Files') ?? false
}

function isFormattedText(types: readonly string[]): boolean {
  return types.includes('text/plain') && (types.includes('text/html') || types.includes('text/rtf'))
}
