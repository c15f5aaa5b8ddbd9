// Sources of scheduled actions: the product's custom actions, and releases.
import {SYSTEM_ACTOR} from '../grants.ts'
import type {Actor, ActionSchedule, LakeDocument, Reason, ScheduledAction} from '../types.ts'

export interface DueAction {
  dataset: string
  request: Record<string, unknown>
  actor: Actor
  transactionId?: string
}

/** One kind of scheduled action. */
export interface ScheduleSource {
  /** The type of the documents that schedule such actions. */
  type: string
  read(document: LakeDocument): ScheduledAction | null
  /** Rejects if the action is refused. Then nothing was written. */
  perform(due: DueAction): Promise<unknown>
  /** Records why the action failed, and removes it from the schedule. */
  fail(failure: {
    dataset: string
    document: LakeDocument
    scheduled: ScheduledAction
    reasons: Reason[]
  }): Promise<unknown>
}

/** Custom actions, scheduled by documents of the product. */
export function scheduledCustomActions(
  schedule: ActionSchedule,
  run: (due: DueAction & {isDue: true}) => Promise<unknown>,
): ScheduleSource {
  return {
    type: schedule.type,
    read: (document) => schedule.read(document),
    perform: (due) => run({...due, isDue: true}),
    fail({dataset, document, scheduled, reasons}) {
      const request = schedule.failed(document, scheduled, reasons)
      return run({dataset, request, actor: SYSTEM_ACTOR, isDue: true})
    },
  }
}
