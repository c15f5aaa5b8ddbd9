// Labels of *Used in*: the place of a use, since when, and the article's state.
import {contentType, isPieceType, nounOf} from '../../../model/registry.ts'
import type {State} from '../../../model/stages.ts'
import type {Standing} from '../../../workflow/state.ts'
import {STATE_LABELS} from '../../ui/state-labels.ts'
import type {Side, Use, UsedIn} from './used-in.ts'

const PLACES: Record<Use['place'], string> = {
  leadPhoto: 'Lead photo',
  text: 'In the text',
  pullQuote: 'Pull quote',
  portrait: 'Portrait',
  front: 'On the front',
  field: 'In a field of its own',
}

export const placeLabel = ({place, quote}: Use): string =>
  quote?.as === 'reportedBy' ? `${PLACES[place]}, as the paper that reported it` : PLACES[place]

export function stateLabel({state, lapsed}: Standing): (typeof STATE_LABELS)[State] {
  return lapsed ? {title: 'Approval lapsed', tone: 'caution'} : STATE_LABELS[state]
}

/** The state of a piece; of what has no review, what it is. */
export const badgeLabel = ({
  standing,
  type,
}: UsedIn): Partial<ReturnType<typeof stateLabel>> & {
  title: string
} => (standing ? stateLabel(standing) : {title: contentType(type)?.title ?? 'Document'})

/** @param dayOf a time as a day in the newsroom's zone */
export function sidesLabel(
  {type, live, draft}: UsedIn,
  dayOf: (iso: string) => string,
): {title: string; uses: Use[]}[] {
  const since = (side: Side): string => (side.since ? ` since ${dayOf(side.since)}` : '')
  const draftIsSame = live && draft && sameUses(live, draft)
  return [
    ...(live
      ? [{title: `Live${since(live)}${draftIsSame ? ', and in the draft' : ''}`, uses: live.uses}]
      : []),
    ...(draft && !draftIsSame
      ? [
          draft.uses.length > 0
            ? {title: `${live ? 'In the draft' : draftOf(type)}${since(draft)}`, uses: draft.uses}
            : {title: 'No longer in the draft', uses: []},
        ]
      : []),
  ]
}

const draftOf = (type: UsedIn['type']): string =>
  isPieceType(type) ? 'In a draft' : `In the ${nounOf(type)}’s draft`

/** As readers see them: a draft's places may have different keys. */
function sameUses(a: Side, b: Side): boolean {
  const seen = ({uses}: Side): string => JSON.stringify(uses.map((use) => ({...use, path: ''})))
  return seen(a) === seen(b)
}

export const unusedLabel = (type: string): string => `Nothing uses this ${nounOf(type)} yet.`

/** For the button in the document's head. */
export function countLabel(entries: readonly UsedIn[] | undefined): string {
  if (!entries) return 'Used in'
  const [first, ...others] = entries
  if (!first) return 'Not used yet'
  if (others.length === 0)
    return `Used in one ${nounOf(first.type)}, ${first.live ? 'live' : 'not live'}`
  const live = entries.filter((entry) => entry.live).length
  return `Used in ${entries.length} places, ${live || 'none'} of them live`
}
