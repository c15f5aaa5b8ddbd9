// Bringing an old revision back is writing: who may not write here is told so before the attempt.
import {isPieceType} from '../../../model/content-types.ts'
import {useDocumentPairPermissions, type DocumentActionComponent} from 'sanity'
import {isLocked} from '../../../workflow/state.ts'
import {usePiece} from '../../data/piece/use-piece.ts'

const LOCKED = 'The piece is read-only now: an old revision cannot take its place.'
const NOT_YOURS = 'Your role does not write here: an editor can bring this revision back.'

const wrapped = new WeakMap<DocumentActionComponent, DocumentActionComponent>()

/** @param original the studio's own action; the same one is always answered with the same hook */
export function restoreWhereOpen(original: DocumentActionComponent): DocumentActionComponent {
  const known = wrapped.get(original)
  if (known) return known
  const useRestoreWhereOpenAction: DocumentActionComponent = (props) => {
    const {id, type} = props
    const {piece} = usePiece(isPieceType(type) ? id : null)
    const [permission] = useDocumentPairPermissions({id, type, permission: 'update'})
    const description = original(props)
    if (!description) return description
    const locked = piece.status === 'ready' && isLocked(piece.standing.state)
    const reason = locked ? LOCKED : permission?.granted === false ? NOT_YOURS : null
    return reason ? {...description, disabled: true, title: reason} : description
  }
  useRestoreWhereOpenAction.action = original.action
  useRestoreWhereOpenAction.displayName = `RestoreWhereOpen(${original.displayName ?? original.name})`
  wrapped.set(original, useRestoreWhereOpenAction)
  return useRestoreWhereOpenAction
}
