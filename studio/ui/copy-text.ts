// Copies text to the clipboard.

/**
 * Returns whether it worked. Without https a page has no clipboard; then the browser copies the
 * selection.
 *
 * @param field contains exactly this text; without it, a temporary field is made
 */
export async function copyText(text: string, field?: HTMLInputElement | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return field ? copySelected(field) : copyFromNowhere(text)
  }
}

function copySelected(field: HTMLInputElement): boolean {
  field.focus()
  field.select()
  return document.execCommand('copy')
}

function copyFromNowhere(text: string): boolean {
  const before = document.activeElement
  const field = document.createElement('input')
  field.value = text
  field.readOnly = true
  field.style.position = 'fixed'
  field.style.opacity = '0'
  document.body.append(field)
  const copied = copySelected(field)
  field.remove()
  if (before instanceof HTMLElement) before.focus()
  return copied
}
