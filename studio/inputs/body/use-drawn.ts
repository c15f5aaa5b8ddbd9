// Whether the text of an article stands in its editor. It does a while after the editor does.
import {useEffect, useState, type RefObject} from 'react'

const WORDS = '[contenteditable] [data-pt-text]'
/** Between the words on the screen and the editor's own knowledge of them, in milliseconds. */
const REST = 400

export function useDrawn(sheet: RefObject<HTMLElement | null>): boolean {
  const [isDrawn, setIsDrawn] = useState(false)
  useEffect(() => {
    const {current} = sheet
    if (isDrawn || !current) return undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = (): void => {
      if (current.querySelector(WORDS)) timer ??= setTimeout(() => setIsDrawn(true), REST)
    }
    const observer = new MutationObserver(look)
    observer.observe(current, {childList: true, subtree: true})
    look()
    return () => {
      observer.disconnect()
      clearTimeout(timer)
    }
  }, [sheet, isDrawn])
  return isDrawn
}
