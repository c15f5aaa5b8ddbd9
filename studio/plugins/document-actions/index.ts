// The studio's own actions on a document. An action that the lake would refuse is disabled and says why.
import {definePlugin, type DocumentActionComponent, type DocumentActionsResolver} from 'sanity'
import {isMemberType, typesOfKind} from '../../../model/registry.ts'
import {isRecord} from '../../data/has-comments.ts'
import {keptWhileLive, onlyOwn, restoreWhereOpen} from './guarded-actions.ts'

/**
 * There is one of these, or one for each public document, so they can neither be duplicated nor
 * deleted here.
 */
const FIXED = new Set<string>(typesOfKind('settings', 'private'))
const NOT_ON_FIXED = new Set(['duplicate', 'delete', 'unpublish'])

export const guarded: DocumentActionsResolver = (actions, {schemaType}) => {
  // Only the server writes records.
  if (isRecord(schemaType)) return []
  return actions
    .filter(({action}) => !FIXED.has(schemaType) || !NOT_ON_FIXED.has(action ?? ''))
    .map((action) => asOffered(action, schemaType))
}

function asOffered(original: DocumentActionComponent, schemaType: string): DocumentActionComponent {
  const {action} = original
  if (action === 'restore') return restoreWhereOpen(original)
  const own = action === 'discardChanges' || action === 'delete' ? onlyOwn(original) : original
  const isTakenBack = action === 'delete' || action === 'unpublish'
  return isMemberType(schemaType) && isTakenBack ? keptWhileLive(own) : own
}

/** Disables the studio's own actions if the lake would refuse them. */
export const documentActions = definePlugin({
  name: 'copydesk/document-actions',
  document: {actions: guarded},
})
