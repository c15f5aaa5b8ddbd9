// The badges beside a document's title: whether readers see it, and what it lacks.
import {contentType, isMemberType} from '../../../model/registry.ts'
import {
  definePlugin,
  useCurrentUser,
  type DocumentBadgeComponent,
  type DocumentBadgesResolver,
} from 'sanity'
import {createdBy} from '../../data/created-by.ts'
import {ARTICLE_BADGES} from './article-badges.ts'
import {readsTheSame} from '../../../workflow/canonical-json.ts'
import {usePiece} from '../../data/piece/use-piece.ts'

/** In a journalist's words: draft, published, or published and edited since. */
export const useStateBadge: DocumentBadgeComponent = ({draft, published, liveEditSchemaType}) => {
  if (liveEditSchemaType || (!draft && !published)) return null
  if (!published) {
    return {label: 'Draft', color: 'primary', title: 'No reader has seen it yet.'}
  }
  return draft
    ? {
        label: 'Edited since publication',
        color: 'warning',
        title: 'Readers see the version before these changes.',
      }
    : {label: 'Published', color: 'success', title: 'Readers see exactly this.'}
}
useStateBadge.displayName = 'StateBadge'

/** For a photo without a credit. */
export const useMissingCreditBadge: DocumentBadgeComponent = ({type, draft, published}) => {
  const photo = draft ?? published
  if (type !== 'photoWithCredit' || !photo?.['image']) return null
  const credit = photo['creditLine']
  return typeof credit === 'string' && credit.trim()
    ? null
    : {label: 'No credit', color: 'danger', title: 'A photo is printed with its credit only.'}
}
useMissingCreditBadge.displayName = 'MissingCreditBadge'

/** For a draft that somebody else began. */
export const useColleagueBadge: DocumentBadgeComponent = ({draft}) => {
  const user = useCurrentUser()
  const creator = createdBy(draft)
  return creator && user && creator !== user.id
    ? {
        label: 'Begun by a colleague',
        title: 'You can work on it. Only they or an editor can discard it.',
      }
    : null
}
useColleagueBadge.displayName = 'ColleagueBadge'

export const documentBadges: DocumentBadgesResolver = (_, {schemaType}) => {
  // Records of the server and confidential documents have no draft.
  const type = contentType(schemaType)
  if (type?.kind === 'private' || (type?.kind === 'record' && !type.public)) return []
  if (type?.kind === 'piece') return [...ARTICLE_BADGES, useColleagueBadge]
  return [useStateBadge, useChangedMemberBadge, useMissingCreditBadge, useColleagueBadge]
}

/** Badges beside a document's title. They replace the studio's own. */
export const badges = definePlugin({
  name: 'copydesk/badges',
  document: {badges: documentBadges},
})

const useChangedMemberBadge: DocumentBadgeComponent = ({id, type, draft, published}) => {
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
