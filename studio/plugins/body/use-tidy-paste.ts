// Gives the editor a tidied clipboard in place of the one from Word or Google Docs.
import {useCallback, useRef, type ClipboardEvent as ReactClipboardEvent} from 'react'
import {tidyPastedHtml} from './tidy-pasted-html.ts'

/** For `onPasteCapture` of an element around the editor. */
export function useTidyPaste(): (event: ReactClipboardEvent) => void {
  const ours = useRef(new WeakSet<Event>())
  return useCallback((event) => {
    const {clipboardData, target} = event
    if (ours.current.has(event.nativeEvent)) return
    // Content that was copied inside the studio has its own format.
    if (clipboardData.types.some((type) => type.includes('portable-text'))) return
    const html = clipboardData.getData('text/html')
    const tidy = tidyPastedHtml(html)
    if (tidy === html) return

    const data = new DataTransfer()
    for (const type of clipboardData.types) {
      if (type !== 'Files')
        data.setData(type, type === 'text/html' ? tidy : clipboardData.getData(type))
    }
    const again = new ClipboardEvent('paste', {
      clipboardData: data,
      bubbles: true,
      cancelable: true,
    })
    ours.current.add(again)
    event.preventDefault()
    event.stopPropagation()
    target.dispatchEvent(again)
  }, [])
}
