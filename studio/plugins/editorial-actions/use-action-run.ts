// An act on its way to the server, from inside its dialog: how it goes, and what came back.
import {useToast} from '@sanity/ui/toast'
import {useState} from 'react'
import type {ActRequest} from '../../../model/editorial-actions.ts'
import type {ReviewReason} from '../../../model/records.ts'
import type {PieceHandle} from '../../data/piece/use-piece.ts'
import {ActRefused} from '../../data/actions/action-refused.ts'
import {usePerformAct} from '../../data/actions/use-perform-action.ts'

interface ActRun {
  performing: boolean
  /** Of the last attempt. */
  failure: {message: string; reasons: ReviewReason[]} | null
  /** What came back is settled. */
  forget: () => void
  /** @param done said when it is done; the dialog closes then */
  run: (request: ActRequest, done: string) => Promise<void>
}

export function useActRun({reload}: Pick<PieceHandle, 'reload'>, onClose: () => void): ActRun {
  const toast = useToast()
  const perform = usePerformAct()
  const [performing, setPerforming] = useState(false)
  const [failure, setFailure] = useState<ActRun['failure']>(null)
  const run: ActRun['run'] = async (request, done) => {
    setPerforming(true)
    setFailure(null)
    try {
      await perform(request)
      toast.push({status: 'success', title: done})
      reload()
      onClose()
    } catch (error) {
      setPerforming(false)
      reload()
      const refused = error instanceof ActRefused ? error : null
      setFailure({
        message: refused?.reasons.length ? 'The server refused it:' : (error as Error).message,
        reasons: refused?.reasons ?? [],
      })
    }
  }
  return {performing, failure, forget: () => setFailure(null), run}
}
