// Which actions a document's menu holds.
import type {DocumentActionComponent, DocumentActionsResolver} from 'sanity'
import {isMemberType} from '../../../workflow/gather.ts'
import {actAction, useNextActAction} from '../editorial-actions/act-action.tsx'
import type {ArticleAct} from '../editorial-actions/act-words.ts'
import {publishOrAmend} from '../editorial-actions/amend-action.tsx'
import {keptWhileLive} from './kept-while-live.tsx'
import {RECORD_TYPES} from '../../../model/records.ts'
import {isTalkedAbout} from '../../data/is-talked-about.ts'
import {onlyOwn} from './only-own.tsx'
import {restoreWhereOpen} from './restore-where-open.tsx'

/** Documents of which there is one, or one per public document: neither copied nor deleted here. */
const FIXED = new Set([
  'siteSettings',
  'privateSource',
  'privateQuote',
  'privatePhoto',
  'privateAuthor',
])
/** What the server keeps: nothing is done to it by hand. */
const RECORDS = new Set<string>([...RECORD_TYPES, 'notification'])

/** On articles acts take the place of publishing, unpublishing, deleting, copying and discarding. */
const REPLACED = new Set(['publish', 'unpublish', 'delete', 'duplicate', 'discardChanges'])

/** In the order of a piece's life. */
const ARTICLE_ACTS: ArticleAct[] = [
  'submit',
  'approve',
  'publish',
  'schedule',
  'unschedule',
  'requestChanges',
  'handBack',
  'requireLegal',
  'clearLegal',
  'explainEmbargo',
  'discardChanges',
  'withdraw',
  'kill',
  'spike',
  'unspike',
]

export const documentActions: DocumentActionsResolver = (actions, {schemaType, versionType}) => {
  if (RECORDS.has(schemaType)) return []
  if (versionType === 'version') return actions.filter((one) => isOfRelease(one, schemaType))
  const kept = actions.filter(({action}) => {
    // The one that makes a task has no name.
    if (action === undefined && !isTalkedAbout(schemaType)) return false
    // Both plan a publication that the newsroom's own way of publishing would not know of.
    if (action === 'schedule') return false
    if (schemaType === 'article') return action === undefined || !REPLACED.has(action)
    if (!FIXED.has(schemaType)) return true
    return action !== 'duplicate' && action !== 'delete' && action !== 'unpublish'
  })
  if (schemaType === 'article') {
    const own = kept.map((original) => asOffered(original, schemaType))
    return [useNextActAction, ...ARTICLE_ACTS.map(actAction), ...own]
  }
  return kept.map((action) => asOffered(action, schemaType))
}

/** In a release: acts are for the piece, and what readers have is withdrawn by one of them. */
function isOfRelease({action}: DocumentActionComponent, schemaType: string): boolean {
  if (action === 'duplicate') return schemaType !== 'article' && !FIXED.has(schemaType)
  return action !== 'unpublishVersion' || schemaType !== 'article'
}

/** The studio's own actions, saying beforehand what the lake would refuse. */
function asOffered(original: DocumentActionComponent, schemaType: string): DocumentActionComponent {
  const {action} = original
  if (action === 'restore') return restoreWhereOpen(original)
  const isMember = isMemberType(schemaType)
  if (isMember && action === 'publish') return publishOrAmend(original)
  const own = action === 'discardChanges' || action === 'delete' ? onlyOwn(original) : original
  return isMember && (action === 'delete' || action === 'unpublish') ? keptWhileLive(own) : own
}
