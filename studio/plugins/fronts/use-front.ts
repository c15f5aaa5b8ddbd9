// The front that is open: what it shows, and what an editor does to it. One gesture after the other.
import {useCallback, useMemo, useRef, useState} from 'react'
import type {SanityClient} from 'sanity'
import {useLive} from '../../data/use-live.ts'
import {useRawClient} from '../../data/use-raw-client.ts'
import {NotReached} from './client-error.ts'
import {commitEdit} from './commit-edit.ts'
import type {FrontDocument} from './front-document.ts'
import type {FrontEdit} from './front-edits.ts'
import {FRONT_LISTEN, loadFront, type FrontState} from './load-front.ts'

export interface Said {
  text: string
  isProblem: boolean
  /** How often something was said: the same sentence is read aloud again. */
  times: number
}

/** Milliseconds between a change and the page that shows it. */
const PAUSE_MS = 100

export interface FrontEditing {
  state: FrontState | undefined
  error: Error | undefined
  /** What was done last, or why it could not be done: read aloud. */
  said: Said
  /** Answers why it is not stored; undefined when it is. */
  edit: (edit: FrontEdit, said: string) => Promise<string | undefined>
  undo: () => Promise<unknown>
  canUndo: boolean
  say: (text: string, isProblem?: boolean) => void
}

/** @param basis the front where nothing is stored yet */
export function useFront(id: string, basis: FrontDocument): FrontEditing {
  const client = useRawClient()
  const load = useCallback((raw: SanityClient) => loadFront(raw, id), [id])
  const {value: state, error} = useLive({
    listenTo: FRONT_LISTEN,
    load,
    tag: 'fronts',
    pauseMs: PAUSE_MS,
  })
  const [said, setSaid] = useState<Said>({text: '', isProblem: false, times: 0})
  const [steps, setSteps] = useState<{undo: FrontEdit; said: string}[]>([])
  const running = useRef<Promise<unknown>>(Promise.resolve())

  const say = useCallback(
    (text: string, isProblem = false) =>
      setSaid(({times}) => ({text, isProblem, times: times + 1})),
    [],
  )
  return useMemo(() => {
    const carryOut = (edit: FrontEdit, text: string): Promise<FrontEdit | Error> => {
      const done = running.current.then(async () => {
        try {
          const undo = await commitEdit(client, basis, edit)
          say(text)
          return undo
        } catch (problem) {
          say((problem as Error).message, true)
          return problem as Error
        }
      })
      running.current = done
      return done
    }
    return {
      state,
      error,
      said,
      say,
      canUndo: steps.length > 0,
      async edit(edit, text) {
        const undo = await carryOut(edit, text)
        if (undo instanceof Error) return undo.message
        setSteps((all) => [...all, {undo, said: text}])
        return undefined
      },
      async undo() {
        const last = steps.at(-1)
        if (!last) return
        // Also one that cannot be taken back any more: the one before it can be.
        setSteps((all) => all.slice(0, -1))
        const done = await carryOut(last.undo, `Taken back: ${last.said}`)
        if (done instanceof NotReached) setSteps((all) => [...all, last])
      },
    }
  }, [basis, client, error, said, say, state, steps])
}
