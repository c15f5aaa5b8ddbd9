// Whoever writes keeps the keyboard. The studio hands it to a form's first button or field whenever the form has
// become ready: when it has come, and each time that the connection is back. By then somebody may be writing elsewhere,
// a comment, a note to the author or in the pane beside, and would press that button with their next words.

const FORM = '[data-testid="form-view"]'
const TEXT =
  'textarea, input:not([type="checkbox"], [type="radio"], [type="button"]), [contenteditable="true"]'
/** With these, and with shortcuts, one asks to go elsewhere. */
const LEAVING = new Set(['Tab', 'Enter', 'Escape'])

/**
 * Gives the keyboard back to the text where it was, if a form takes it that nobody has asked for. Whoever goes there a
 * second time without writing in between may stay: assistive technology goes without a key that a page would see.
 *
 * @returns ends it
 */
export function keepKeyboard(page: Window): () => void {
  /** Whether they have asked to go elsewhere since they came to where they write, or wrote there last. */
  let isLeaving = false
  let isGivenBack = false

  const point = (): void => {
    isLeaving = true
  }
  const press = ({key, ctrlKey, metaKey, altKey}: KeyboardEvent): void => {
    if (LEAVING.has(key) || ctrlKey || metaKey || altKey) isLeaving = true
  }
  const write = (): void => {
    isLeaving = false
  }
  const giveBack = (text: HTMLElement): void => {
    isGivenBack = true
    text.focus({preventScroll: true})
    isGivenBack = false
    isLeaving = true
  }
  const arrive = ({target, relatedTarget: before}: FocusEvent): void => {
    if (isGivenBack) return
    const form = target instanceof Element ? target.closest(FORM) : null
    const isTaken = form && !isLeaving && isText(before) && !form.contains(before)
    isLeaving = false
    // Not at once: it would go on to the form's next field.
    if (isTaken) queueMicrotask(() => giveBack(before))
  }

  const ending = new AbortController()
  const first = {capture: true, signal: ending.signal}
  page.addEventListener('pointerdown', point, first)
  page.addEventListener('keydown', press, first)
  page.addEventListener('beforeinput', write, first)
  page.addEventListener('focusin', arrive, first)
  return () => ending.abort()
}

const isText = (target: EventTarget | null): target is HTMLElement =>
  target instanceof HTMLElement && target.matches(TEXT)
