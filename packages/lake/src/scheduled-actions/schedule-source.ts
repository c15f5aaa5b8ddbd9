// What the timer performs: acts of the house, releases of the lake.
import {SYSTEM_ACTOR} from '../grants.ts'
import type {Actor, LakeDocument, PlannedAct, Plans, Reason} from '../types.ts'
import type {RunAct} from '../custom-actions/run-custom-action.ts'

export interface Due {
  dataset: string
  request: Record<string, unknown>
  actor: Actor
  transactionId?: string
}

/** One kind of plan. */
export interface PlanSource {
  /** Of the documents that hold such plans. */
  type: string
  read(document: LakeDocument): PlannedAct | null
  /** Rejects where it is refused, and then nothing was written. */
  perform(due: Due): Promise<unknown>
  /** Records why it could not be performed, so that it is no plan any more. */
  fail(failure: {
    dataset: string
    document: LakeDocument
    plan: PlannedAct
    reasons: Reason[]
  }): Promise<unknown>
}

/** Plans of the house's own acts. */
export function actPlans(plans: Plans, runAct: RunAct): PlanSource {
  return {
    type: plans.type,
    read: (document) => plans.read(document),
    perform: (due) => runAct({...due, isDue: true}),
    fail({dataset, document, plan, reasons}) {
      const request = plans.failed(document, plan, reasons)
      return runAct({dataset, request, actor: SYSTEM_ACTOR, isDue: true})
    },
  }
}
