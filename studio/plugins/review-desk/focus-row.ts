/** The ID of a row's element. */
export const rowId = (id: string): string => `desk-row-${id}`

export function focusRow(id: string | undefined): void {
  if (id !== undefined) document.getElementById(rowId(id))?.focus()
}
