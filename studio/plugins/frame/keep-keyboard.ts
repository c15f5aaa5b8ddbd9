// Keeps the keyboard focus where a person writes. The studio focuses a form's first button or field whenever the form becomes
// ready: after it has opened, and each time that the connection is back. By then the person may be writing elsewhere, for
// example a comment, and would press that button with their next words.

const FORM = '[data-testid="form-view"]'
const TEXT =
  'textarea, input:not([type="checkbox"], [type="radio"], [type="button"]), [contenteditable="true"]'
/** A person moves the focus with these keys, and with shortcuts. */
const LEAVING = new Set(['Tab', 'Enter', 'Escape'])

/**
 * Gives the focus back to the text where it was, if a form takes it and the person did not ask for that. A second move to the
 * form without writing in between is allowed: assistive technology moves the focus without keys that a page can see.
 *
 * @returns ends it
 */
export function keepKeyboard(page: Window): () => void {
  /** Whether the person has asked to move the focus since they last moved it or wrote. */
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
    // Not immediately, because the form would then focus its next field.
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
