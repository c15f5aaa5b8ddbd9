// The front that is open: what it shows, and what an editor does to it. One gesture after the other.
import {useCallback, useMemo, useRef, useState} from 'react'
import type {SanityClient} from 'sanity'
import {useLive} from '../../data/use-live.ts'
import {useRawClient} from '../../data/use-raw-client.ts'
import {commitEdit} from './commit-edit.ts'
import type {FrontDocument} from './front-document.ts'
import type {FrontEdit} from './front-edits.ts'
import {FRONT_LISTEN, loadFront, type FrontState} from './load-front.ts'

/** Milliseconds between a change and the page that shows it. */
const PAUSE_MS = 100

export interface FrontEditing {
  state: FrontState | undefined
  error: Error | undefined
  /** What was done last, or why it could not be done: read aloud. */
  said: {text: string; isProblem: boolean}
  /** Resolves when it is stored, or when it is said why not. */
  edit: (edit: FrontEdit, said: string) => Promise<void>
  undo: () => Promise<void>
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
  const [said, setSaid] = useState({text: '', isProblem: false})
  const [steps, setSteps] = useState<{undo: FrontEdit; said: string}[]>([])
  const running = useRef<Promise<void>>(Promise.resolve())

  const say = useCallback((text: string, isProblem = false) => setSaid({text, isProblem}), [])
  return useMemo(() => {
    const carryOut = (edit: FrontEdit, text: string, done: (undo: FrontEdit) => void) => {
      running.current = running.current.then(async () => {
        try {
          done(await commitEdit(client, basis, edit))
          say(text)
        } catch (problem) {
          say((problem as Error).message, true)
        }
      })
      return running.current
    }
    return {
      state,
      error,
      said,
      say,
      canUndo: steps.length > 0,
      edit: (edit, text) =>
        carryOut(edit, text, (undo) => setSteps((all) => [...all, {undo, said: text}])),
      undo() {
        const last = steps.at(-1)
        if (!last) return Promise.resolve()
        // Also one that cannot be taken back any more: the one before it can be.
        setSteps((all) => all.slice(0, -1))
        return carryOut(last.undo, `Taken back: ${last.said}`, () => {})
      },
    }
  }, [basis, client, error, said, say, state, steps])
}
