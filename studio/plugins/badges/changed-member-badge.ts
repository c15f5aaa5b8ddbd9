// Says that a photo, a quote or a source was changed while live articles still show it as it was.
import {isMemberType} from '../../../model/content-types.ts'
import type {DocumentBadgeComponent} from 'sanity'
import {readsTheSame} from '../../../workflow/canonical-json.ts'
import {usePiece} from '../../data/piece/use-piece.ts'

export const useChangedMemberBadge: DocumentBadgeComponent = ({id, type, draft, published}) => {
  const isChanged =
    isMemberType(type) && draft !== null && published !== null && !readsTheSame(draft, published)
  const {piece} = usePiece(isChanged ? id : null)
  const count = piece.status === 'ready' ? (piece.use?.live.length ?? 0) : 0
  if (count === 0) return null
  return {
    label: 'Changed, live articles show the old one',
    color: 'warning',
    title:
      count === 1
        ? 'Readers of one article see it as it was. “Amend” publishes the change and tells them.'
        : `Readers of ${count} articles see it as it was. “Amend” publishes the change and tells them.`,
  }
}
useChangedMemberBadge.displayName = 'ChangedMemberBadge'
