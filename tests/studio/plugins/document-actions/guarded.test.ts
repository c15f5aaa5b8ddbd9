import type {DocumentActionComponent, DocumentActionsContext} from 'sanity'
import {describe, expect, test} from 'vitest'
import {guarded} from '../../../../studio/plugins/document-actions/index.ts'
import {studioAction} from '../../support/studio-action.ts'

const studioActions = ['publish', 'duplicate', 'discardChanges', 'delete', 'unpublish'].map(
  studioAction,
)
function actionsOn(schemaType: string, given = studioActions): DocumentActionComponent[] {
  if (typeof guarded !== 'function') throw new Error('The actions are a resolver')
  return guarded(given, {schemaType} as DocumentActionsContext)
}
const names = (schemaType: string) => actionsOn(schemaType).map(({action}) => action)

describe('the studio’s own actions on a document', () => {
  test('publish as usual', () => {
    expect(actionsOn('author')[0]).toBe(studioActions[0])
  })

  test('unpublish and delete a photo, quote or source only if no live article uses it', () => {
    for (const type of ['photoWithCredit', 'expertQuote', 'source']) {
      const named = actionsOn(type).map(({displayName}) => displayName)
      expect(named.filter((name) => name?.startsWith('KeptWhileLive('))).toHaveLength(2)
    }
    expect(names('photoWithCredit')).toEqual(studioActions.map(({action}) => action))
  })

  test('restore an old revision only for people who may write the document', () => {
    for (const schemaType of ['article', 'photoWithCredit', 'author', 'privateSource']) {
      const [restore] = actionsOn(schemaType, [studioAction('restore')])
      expect(restore?.displayName).toBe('RestoreWhereOpen()')
    }
  })

  test('do nothing on records', () => {
    for (const type of [
      'review',
      'correction',
      'notice',
      'ledgerEntry',
      'override',
      'previewLink',
      'previewRemark',
      'notification',
    ]) {
      expect(actionsOn(type)).toEqual([])
    }
  })

  test('neither copy nor delete the one document of settings', () => {
    expect(names('siteSettings')).toEqual(['publish', 'discardChanges'])
  })

  test('are the same hooks each time, or the form would be mounted again', () => {
    expect(actionsOn('photoWithCredit')).toEqual(actionsOn('photoWithCredit'))
    expect(actionsOn('photoWithCredit')[2]).not.toBe(studioActions[2])
  })
})
