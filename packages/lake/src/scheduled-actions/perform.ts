// Performs one scheduled action in the name of the person who scheduled it.
import {LakeError, RuleRefused} from '../errors.ts'
import {SYSTEM_ACTOR} from '../grants.ts'
import type {DocumentTable} from '../store/documents.ts'
import type {Actor, Reason} from '../types.ts'
import type {ScheduleEntry} from './schedule.ts'

export interface PerformOptions {
  documents: Pick<DocumentTable, 'get'>
  /** The person with their current roles. Null for an account that may no longer act. */
  actorOf: (id: string) => Actor | null
}

/**
 * An action that is refused is recorded as failed.
 *
 * @throws the error of a temporary fault, such as a busy disk: the action can be tried again
 */
export async function perform(
  {source, dataset, id, scheduled}: Pick<ScheduleEntry, 'source' | 'dataset' | 'id' | 'scheduled'>,
  {documents, actorOf}: PerformOptions,
): Promise<void> {
  const fail = async (reasons: Reason[]): Promise<void> => {
    const document = documents.get(dataset, id)
    if (document) await source.fail({dataset, document, scheduled, reasons})
  }
  const actor = scheduled.by === undefined ? SYSTEM_ACTOR : actorOf(scheduled.by)
  if (!actor) {
    const message = 'The person who scheduled it no longer has an account that may publish it.'
    return await fail([{code: 'actorMissing', severity: 'error', document: id, message}])
  }
  const {request, transactionId} = scheduled
  const due = {dataset, request, actor}
  try {
    await source.perform({...due, transactionId}).catch(async (error: unknown) => {
      // Another transaction has this ID, by accident or on purpose. The action is performed all the
      // same.
      if (!(error instanceof LakeError) || error.type !== 'transactionError') throw error
      await source.perform(due)
    })
  } catch (error) {
    if (!(error instanceof LakeError) || error.status >= 500) throw error
    await fail(reasonsOf(error, id))
  }
}

function reasonsOf(error: LakeError, document: string): Reason[] {
  if (error instanceof RuleRefused) return error.details['reasons'] as Reason[]
  return [{code: error.type, severity: 'error', document, message: error.message}]
}
