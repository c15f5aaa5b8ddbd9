// Which actions a document's menu holds.
import type {DocumentActionsResolver} from 'sanity'
import {onlyOwn} from './only-own.tsx'
import {usePublishPieceAction} from './publish-piece.tsx'

/** Documents of which there is one, or one per public document: neither copied nor deleted here. */
const FIXED = new Set([
  'siteSettings',
  'privateSource',
  'privateQuote',
  'privatePhoto',
  'privateAuthor',
])

export const documentActions: DocumentActionsResolver = (actions, {schemaType}) =>
  actions
    .filter(({action}) => {
      // Both plan a publication that the newsroom's own way of publishing would not know of.
      if (action === 'schedule') return false
      if (!FIXED.has(schemaType)) return true
      return action !== 'duplicate' && action !== 'delete' && action !== 'unpublish'
    })
    .map((action) => {
      if (action.action === 'publish' && schemaType === 'article') return usePublishPieceAction
      if (action.action === 'discardChanges' || action.action === 'delete') return onlyOwn(action)
      return action
    })
