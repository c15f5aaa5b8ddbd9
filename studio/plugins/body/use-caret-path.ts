// Puts the caret at a place that was requested from outside the editor: by a click on the page, or
// by a link to the place.
import {useEffect, useMemo, useState, type RefObject} from 'react'
import type {Path} from 'sanity'

const TEXT = '[contenteditable]'
const WORDS = `${TEXT} [data-pt-text]`
/** Milliseconds until the editor knows the text that is on the screen. */
const RENDER_MS = 400
/** Enough for a slow computer; then the hook stops asking the editor. */
const ATTEMPTS = 50
const GOING_IN = ['pointerdown', 'keydown'] as const
const NOWHERE: Path = []

/**
 * The path for the editor. If the editor gets a path before it knows the text, it scrolls there, sets no caret and does not
 * try again. So it gets the path once the text is rendered, and again until the caret is in the text or the person has gone
 * to another place.
 *
 * @param sheet the element around the editor
 * @param asked the form's focus path, from the field on
 */
export function useCaretPath(sheet: RefObject<HTMLElement | null>, asked: Path): Path {
  const isDrawn = useDrawn(sheet)
  const [attempt, setAttempt] = useState(0)
  const place = JSON.stringify(asked)
  // A picture or a quote takes no caret.
  const leadsIntoText = asked[1] === 'children'
  useEffect(() => {
    if (!isDrawn || !leadsIntoText) return undefined
    let left = ATTEMPTS
    const timer = setInterval(() => {
      if (left-- === 0 || isWritten(sheet.current)) stop()
      else setAttempt((before) => before + 1)
    }, RENDER_MS)
    const stop = (): void => {
      clearInterval(timer)
      for (const event of GOING_IN) removeEventListener(event, stop, {capture: true})
    }
    for (const event of GOING_IN) addEventListener(event, stop, {capture: true})
    return stop
  }, [sheet, isDrawn, leadsIntoText, place])
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- what the editor takes up is another array
  return useMemo(() => (isDrawn ? [...asked] : NOWHERE), [isDrawn, asked, attempt])
}

/** Whether the person types into the text or another field now: then the caret must stay. */
function isWritten(sheet: HTMLElement | null): boolean {
  const {activeElement} = document
  if (!(activeElement instanceof HTMLElement)) return false
  return sheet?.contains(activeElement) || activeElement.matches(`input, textarea, ${TEXT}`)
}

/**
 * Whether the text is rendered in its editor, which takes a moment longer than the editor itself. Also true once the person
 * has gone into the text: then the caret must stay where they put it.
 */
function useDrawn(sheet: RefObject<HTMLElement | null>): boolean {
  const [isDrawn, setIsDrawn] = useState(false)
  useEffect(() => {
    const {current} = sheet
    if (isDrawn || !current) return undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const check = (): void => {
      if (current.querySelector(WORDS)) timer ??= setTimeout(() => setIsDrawn(true), RENDER_MS)
    }
    const goIn = (): void => setIsDrawn(true)
    const observer = new MutationObserver(check)
    observer.observe(current, {childList: true, subtree: true})
    for (const event of GOING_IN) current.addEventListener(event, goIn, {capture: true})
    check()
    return () => {
      observer.disconnect()
      for (const event of GOING_IN) current.removeEventListener(event, goIn, {capture: true})
      clearTimeout(timer)
    }
  }, [sheet, isDrawn])
  return isDrawn
}
