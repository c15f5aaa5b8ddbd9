// Where the editor is to put the caret that somebody asked for from outside it: by a click on the page, or
// by a link to the place.
import {useEffect, useMemo, useState, type RefObject} from 'react'
import type {Path} from 'sanity'

const TEXT = '[contenteditable]'
const WORDS = `${TEXT} [data-pt-text]`
/** Between the words on the screen and the editor's own knowledge of them, in milliseconds. */
const REST = 400
/** By then a form stands on a slow computer too; the editor is not asked any more. */
const ATTEMPTS = 50
const GOING_IN = ['pointerdown', 'keydown'] as const
const NOWHERE: Path = []

/**
 * The path to hand to the editor. Asked for a place before it knows it, the editor scrolls there, puts no
 * caret into it, and does not try again: so it is asked once the words are drawn, and again until the caret
 * is in the text, or somebody has gone to another place themselves.
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
    }, REST)
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

/** Whether keys that are pressed now go into the text, or into another field: nobody may take them away. */
function isWritten(sheet: HTMLElement | null): boolean {
  const {activeElement} = document
  if (!(activeElement instanceof HTMLElement)) return false
  return sheet?.contains(activeElement) || activeElement.matches(`input, textarea, ${TEXT}`)
}

/**
 * Whether the text stands in its editor, a while after the editor does, or somebody has gone into it
 * before: they put the caret where they want it, and nobody may move it then.
 */
function useDrawn(sheet: RefObject<HTMLElement | null>): boolean {
  const [isDrawn, setIsDrawn] = useState(false)
  useEffect(() => {
    const {current} = sheet
    if (isDrawn || !current) return undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = (): void => {
      if (current.querySelector(WORDS)) timer ??= setTimeout(() => setIsDrawn(true), REST)
    }
    const goIn = (): void => setIsDrawn(true)
    const observer = new MutationObserver(look)
    observer.observe(current, {childList: true, subtree: true})
    for (const event of GOING_IN) current.addEventListener(event, goIn, {capture: true})
    look()
    return () => {
      observer.disconnect()
      for (const event of GOING_IN) current.removeEventListener(event, goIn, {capture: true})
      clearTimeout(timer)
    }
  }, [sheet, isDrawn])
  return isDrawn
}
