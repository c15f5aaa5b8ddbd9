// Puts words on the clipboard, wherever the studio is served from.

/**
 * Answers whether they are there. Without https a page has no clipboard; then the browser copies what
 * is selected.
 *
 * @param field holds exactly this text; without one a field is made for the moment
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
