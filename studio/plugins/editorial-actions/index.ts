// Editorial actions among a document's actions.
import {definePlugin, type DocumentActionsResolver} from 'sanity'
import {isMemberType, isPieceType} from '../../../model/registry.ts'
import {documentActionFor, useNextEditorialAction} from './document-action.tsx'
import {ACTION_LABELS, type PieceAction} from './action-labels.ts'
import {publishOrAmend} from './amend-action.tsx'

/** The studio's own actions that editorial actions replace on pieces. */
const REPLACED = new Set(['publish', 'unpublish', 'delete', 'duplicate', 'discardChanges'])

const PIECE_ACTIONS = Object.keys(ACTION_LABELS).filter(
  (name): name is PieceAction => name !== 'amend',
)

export const withEditorialActions: DocumentActionsResolver = (
  actions,
  {schemaType, versionType},
) => {
  if (isMemberType(schemaType)) {
    return actions.map((one) => (one.action === 'publish' ? publishOrAmend(one) : one))
  }
  if (!isPieceType(schemaType)) return actions
  const others = actions.filter(({action}) => action === undefined || !REPLACED.has(action))
  // In a release there are no editorial actions: they are for the piece.
  return versionType === 'version'
    ? others
    : [useNextEditorialAction, ...PIECE_ACTIONS.map(documentActionFor), ...others]
}

/** Editorial actions: submit, approve, publish and the others on a piece, *Amend* on its members. */
export const editorialActions = definePlugin({
  name: 'copydesk/editorial-actions',
  document: {actions: withEditorialActions},
})
