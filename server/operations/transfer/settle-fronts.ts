// Takes off fronts what readers cannot open. While an import goes on, stories may come after their fronts.
import {SYSTEM_ACTOR} from '@copydesk/lake/access'
import type {Lake} from '@copydesk/lake'
import {END_SLOTS} from '../../../workflow/fronts/end-slots.ts'

/** One transaction for each front, draft and version that has something to lose. */
export async function settleFronts({services}: Lake, dataset: string): Promise<void> {
  const {documents, runCustomAction} = services
  for (const {_id: frontId} of documents.ofType(dataset, 'front')) {
    await runCustomAction({dataset, request: {act: END_SLOTS, frontId}, actor: SYSTEM_ACTOR})
  }
}
