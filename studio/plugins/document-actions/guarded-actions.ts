// The studio's own actions, disabled with a reason if the lake would refuse them.
import {useCurrentUser, useDocumentPairPermissions} from 'sanity'
import {isPieceType} from '../../../model/registry.ts'
import {nameOf} from '../../../workflow/checks/reading.ts'
import {isLocked} from '../../../workflow/state.ts'
import {createdBy} from '../../data/created-by.ts'
import {usePiece} from '../../data/piece/use-piece.ts'
import {hasRole} from '../../data/roles.ts'
import {wrapAction} from '../../ui/wrap-action.ts'

const LOCKED = 'The piece is read-only now: an old revision cannot take its place.'
const NOT_YOURS = 'Your role does not write here: an editor can bring this revision back.'

/**
 * Photos, quotes and sources that readers see in live articles cannot be unpublished or deleted.
 */
export const keptWhileLive = wrapAction(
  'KeptWhileLive',
  function useKeptWhileLiveAction(original, props) {
    const {piece} = usePiece(props.published ? props.id : null)
    const description = original(props)
    const live = piece.status === 'ready' ? (piece.use?.live ?? []) : []
    if (!description || live.length === 0) return description
    const names = live.map(nameOf)
    const more = names.length > 3 ? ` and ${names.length - 3} more` : ''
    return {
      ...description,
      disabled: true,
      shortcut: null,
      title: `Readers see it in ${names.slice(0, 3).join(', ')}${more}: take it out there first.`,
    }
  },
)

/**
 * Only editors may discard a draft that somebody else began. Before it offers to discard or delete
 * a draft, the studio checks whether the person may change it. The lake also checks whose draft it
 * is.
 */
export const onlyOwn = wrapAction('OnlyOwn', function useOnlyOwnAction(original, props) {
  const user = useCurrentUser()
  const description = original(props)
  const creator = createdBy(props.draft)
  if (!description || description.disabled || !creator || creator === user?.id) {
    return description
  }
  if (hasRole(user, 'editor')) return description
  return {
    ...description,
    disabled: true,
    title: 'A colleague began this draft. They or an editor can discard it.',
  }
})

/**
 * Restoring an old revision is a write, so it is disabled for people who may not write the
 * document.
 */
export const restoreWhereOpen = wrapAction(
  'RestoreWhereOpen',
  function useRestoreWhereOpenAction(original, props) {
    const {id, type} = props
    const {piece} = usePiece(isPieceType(type) ? id : null)
    const [permission] = useDocumentPairPermissions({id, type, permission: 'update'})
    const description = original(props)
    if (!description) return description
    const locked = piece.status === 'ready' && isLocked(piece.standing.state)
    const reason = locked ? LOCKED : permission?.granted === false ? NOT_YOURS : null
    return reason ? {...description, disabled: true, title: reason} : description
  },
)
