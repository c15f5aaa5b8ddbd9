// A dialog that asks for words begins in the field for them, and not at its cross.
import {useEffect, useRef, type RefObject} from 'react'

/** @returns for the element around the fields */
export function useFirstField(): RefObject<HTMLDivElement | null> {
  const around = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // After the dialog, which puts the keyboard on its first button.
    const frame = requestAnimationFrame(() =>
      around.current?.querySelector<HTMLElement>('input, textarea')?.focus(),
    )
    return () => cancelAnimationFrame(frame)
  }, [])
  return around
}
