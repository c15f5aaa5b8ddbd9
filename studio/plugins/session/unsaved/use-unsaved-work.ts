// The words that this person left unsaved in windows of this browser that are closed.
import {useCallback, useEffect, useState} from 'react'
import {DEFAULT_STUDIO_CLIENT_OPTIONS, useClient, useCurrentUser} from 'sanity'
import {reportLeft} from './keeper.ts'
import {rememberPerson} from './sign-out.ts'
import {otherWindows, WINDOW} from './this-window.ts'
import {forgetWork, workOf, type UnsavedWork} from './unsaved-store.ts'

export interface LeftWork {
  left: readonly UnsavedWork[]
  /** Removes it from this browser. */
  discard: (work: UnsavedWork) => Promise<void>
}

export function useUnsavedWork(): LeftWork {
  const person = useCurrentUser()?.id
  const {dataset} = useClient(DEFAULT_STUDIO_CLIENT_OPTIONS).config()
  const [left, setLeft] = useState<readonly UnsavedWork[]>([])

  useEffect(() => {
    if (!person) return undefined
    rememberPerson(person)
    let isAsked = true
    void (async () => {
      const isOpen = await otherWindows()
      // A browser without a store (a private window) has kept nothing.
      const all = await workOf(person).catch(() => [])
      const mine = all.filter(
        (work) => work.dataset === dataset && work.window !== WINDOW && !isOpen(work.window),
      )
      if (isAsked) setLeft(mine)
    })()
    return () => {
      isAsked = false
    }
  }, [person, dataset])

  useEffect(() => reportLeft(left.length), [left])

  const discard = useCallback(async (work: UnsavedWork) => {
    await forgetWork(work)
    setLeft((all) => all.filter((other) => other !== work))
  }, [])
  return {left, discard}
}
