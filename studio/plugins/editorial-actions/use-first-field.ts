// Focuses the first text field of a dialog instead of its close button.
import {useEffect, useRef, type RefObject} from 'react'

/** @returns for the element around the fields */
export function useFirstField(): RefObject<HTMLDivElement | null> {
  const around = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // After the dialog, which focuses its first button.
    const frame = requestAnimationFrame(() =>
      around.current?.querySelector<HTMLElement>('input, textarea')?.focus(),
    )
    return () => cancelAnimationFrame(frame)
  }, [])
  return around
}
