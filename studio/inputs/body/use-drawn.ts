// Whether the text of an article stands in its editor, a while after the editor does, or somebody has gone
// into it before: they put the caret where they want it, and nobody may move it then.
import {useEffect, useState, type RefObject} from 'react'

const WORDS = '[contenteditable] [data-pt-text]'
/** Between the words on the screen and the editor's own knowledge of them, in milliseconds. */
const REST = 400
const GOING_IN = ['pointerdown', 'keydown'] as const

export function useDrawn(sheet: RefObject<HTMLElement | null>): boolean {
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
