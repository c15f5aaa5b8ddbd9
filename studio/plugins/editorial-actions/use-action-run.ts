// Sends an editorial action from its dialog, with its progress and the server's refusal.
import {useToast} from '@sanity/ui/toast'
import {useState, type ReactNode} from 'react'
import type {EditorialActionRequest} from '../../../model/editorial-actions.ts'
import type {ReviewReason} from '../../../model/records.ts'
import type {PieceHandle} from '../../data/piece/use-piece.ts'
import {EditorialActionRefused} from '../../data/actions/action-refused.ts'
import {usePerformEditorialAction} from '../../data/actions/use-perform-action.ts'

interface ActionRun {
  performing: boolean
  /** Of the last attempt. */
  failure: {message: string; reasons: ReviewReason[]} | null
  /** Clears the failure. */
  forget: () => void
  /**
   * @param done the toast after it is done; the dialog closes then
   * @param more below it in the toast
   */
  run: (request: EditorialActionRequest, done: string, more?: ReactNode) => Promise<void>
}

export function useActionRun(
  {reload}: Pick<PieceHandle, 'reload'>,
  onClose: () => void,
): ActionRun {
  const toast = useToast()
  const perform = usePerformEditorialAction()
  const [performing, setPerforming] = useState(false)
  const [failure, setFailure] = useState<ActionRun['failure']>(null)
  const run: ActionRun['run'] = async (request, done, more) => {
    setPerforming(true)
    setFailure(null)
    try {
      await perform(request)
      toast.push({status: 'success', title: done, description: more})
      reload()
      onClose()
    } catch (error) {
      setPerforming(false)
      reload()
      const refused = error instanceof EditorialActionRefused ? error : null
      setFailure({
        message: refused?.reasons.length ? 'The server refused it:' : (error as Error).message,
        reasons: refused?.reasons ?? [],
      })
    }
  }
  return {performing, failure, forget: () => setFailure(null), run}
}
