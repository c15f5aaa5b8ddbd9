// Leaves out actions that Sanity's own plugins add and the newsroom does not want.
import type {DocumentActionComponent, DocumentActionsContext} from 'sanity'
import {isRecord, isTalkedAbout} from '../../data/is-talked-about.ts'

/** Whether an action of a document is offered. */
export function isOffered(
  {action}: DocumentActionComponent,
  {schemaType, versionType}: Pick<DocumentActionsContext, 'schemaType' | 'versionType'>,
): boolean {
  // The server writes records; nobody edits them.
  if (isRecord(schemaType)) return false
  // The one that makes a task has no name.
  if (action === undefined) return versionType === 'version' || isTalkedAbout(schemaType)
  // An article is withdrawn by an editorial action.
  return schemaType !== 'article' || action !== 'unpublishVersion'
}
