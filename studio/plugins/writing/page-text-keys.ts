// Enter goes on: from the headline to the standfirst, from there to the text.
import type {KeyboardEvent} from 'react'

export type Look = 'headline' | 'dek'

/** The test id of the field that comes next. */
const NEXT: Record<Look, string> = {headline: 'field-dek', dek: 'field-body'}

/** With Shift it breaks the line of a standfirst, which a headline has only one of. */
export function goOn(event: KeyboardEvent<HTMLTextAreaElement>, look: Look): void {
  const {key, shiftKey, ctrlKey, altKey, metaKey, nativeEvent, currentTarget} = event
  // Enter takes a word that is composed (Japanese, Chinese).
  if (key !== 'Enter' || ctrlKey || altKey || metaKey || nativeEvent.isComposing) return
  if (shiftKey && look === 'dek') return
  event.preventDefault()
  if (!shiftKey) nextText(currentTarget, NEXT[look])?.focus()
}

const nextText = ({form}: HTMLTextAreaElement, field: string): HTMLElement | null | undefined =>
  form?.querySelector(
    `[data-testid="${field}"] textarea, [data-testid="${field}"] [contenteditable="true"]`,
  )

/** Pasted lines become one. The caret stays behind what was pasted. */
export function toOneLine(area: HTMLTextAreaElement): void {
  if (!area.value.includes('\n')) return
  const caret = joined(area.value.slice(0, area.selectionStart)).length
  area.value = joined(area.value)
  area.setSelectionRange(caret, caret)
}

const joined = (text: string): string => text.replaceAll(/\s*\n\s*/g, ' ')
