// Adds the person and the day of a verification to the patch with the new status. The server adds
// them too, but a form that gets the change from the lake would render its lists again.
import {PatchEvent, set, setIfMissing, unset, type FormPatch} from 'sanity'
import {textAt} from '../../../workflow/checks/reading.ts'
import type {PieceDocument} from '../../../workflow/piece.ts'

type Change = FormPatch | FormPatch[] | PatchEvent

/**
 * @param change of the field `verification`
 * @param on ISO 8601
 */
export function signed(change: Change, by: string, on: string): PatchEvent {
  const event = PatchEvent.from(change)
  const status = newStatus(event)
  if (status === undefined) return event
  if (status === 'unverified') return event.append([unset(['by']), unset(['on'])])
  return event.append([setIfMissing({}), set(by, ['by']), set(on, ['on'])])
}

/** The status that a change sets; undefined if it does not set one. */
function newStatus({patches}: PatchEvent): string | undefined {
  const found = patches.findLast(
    ({type, path}) =>
      (type === 'set' || type === 'unset') && path.length === 1 && path[0] === 'status',
  )
  if (!found) return undefined
  return found.type === 'set' && typeof found.value === 'string' ? found.value : 'unverified'
}

export interface OwnQuote {
  draft: PieceDocument | null
  published: PieceDocument | null
}

/** If readers know a quote in these words, nobody counts as its author. */
export function enteredBy({draft, published}: OwnQuote, accountId: string | undefined): boolean {
  if (accountId === undefined) return false
  if (published && textAt(published, 'text') === textAt(draft ?? published, 'text')) return false
  // The first keystroke makes the draft, and the person its author.
  if (!draft) return true
  return textAt(draft, '_system', 'createdBy') === accountId
}
