// The state of the assign dialog: the person, the due time and the progress.
import {useToast} from '@sanity/ui/toast'
import {useState, type SubmitEvent} from 'react'
import {usePerformEditorialAction} from '../../data/actions/use-perform-action.ts'
import type {AssignDialogProps} from './assign-dialog.tsx'
import {assignPieces, type AssignFailure, type AssignmentPlan} from './assign-pieces.ts'

export interface AssignForm {
  /** Account ID; empty if nobody is chosen. */
  assignee: string
  setAssignee: (id: string) => void
  /** As the field takes it, on the newsroom's clock; empty if there is no time. */
  due: string
  setDue: (wall: string) => void
  isLate: boolean
  /** While it is sent. */
  progress: {done: number; of: number} | null
  failures: readonly AssignFailure[]
  /** IDs of the pieces that were assigned. */
  done: readonly string[]
  mayTakeBack: boolean
  submit: (event: SubmitEvent) => void
  takeBack: () => void
}

export function useAssignForm(props: AssignDialogProps): AssignForm {
  const {pieces, colleagues, time, now, onClose} = props
  const [first] = pieces
  const before = pieces.length === 1 ? first?.assignment : undefined
  const perform = usePerformEditorialAction()
  const toast = useToast()
  const [assignee, setAssignee] = useState(before?.assignee ?? '')
  const [due, setDue] = useState(before?.dueAt ? time.wallOf(Date.parse(before.dueAt)) : '')
  const [progress, setProgress] = useState<AssignForm['progress']>(null)
  const [failures, setFailures] = useState<AssignFailure[]>([])
  const [done, setDone] = useState<string[]>([])

  const dueAt = due ? time.instantOf(due) : undefined
  const isLate = dueAt !== undefined && Date.parse(dueAt) < now
  const left = pieces.filter(({id}) => !done.includes(id))

  const run = async (plan: AssignmentPlan): Promise<void> => {
    const targets = left.map(({id}) => id)
    setFailures([])
    setProgress({done: 0, of: targets.length})
    const failed = await assignPieces(targets, plan, perform, (count) =>
      setProgress({done: count, of: targets.length}),
    )
    setProgress(null)
    const worked = [...done, ...targets.filter((id) => !failed.some((one) => one.id === id))]
    setDone(worked)
    setFailures(failed)
    if (failed.length > 0) return
    const name = colleagues.find(({id}) => id === assignee)?.name ?? 'them'
    toast.push({
      status: 'success',
      title: plan.assignee === null ? 'Taken back' : `Assigned to ${name}`,
      description: pieces.length === 1 ? `“${first?.headline ?? ''}”` : `${pieces.length} pieces`,
    })
    onClose(worked)
  }

  return {
    assignee,
    setAssignee,
    due,
    setDue,
    isLate,
    progress,
    failures,
    done,
    mayTakeBack: left.some(({assignment}) => assignment),
    submit(event) {
      event.preventDefault()
      if (assignee && !isLate && !progress) void run({assignee, dueAt: dueAt ?? null})
    },
    takeBack: () => void run({assignee: null, dueAt: null}),
  }
}
