import type {DocumentActionComponent, DocumentActionsContext} from 'sanity'
import {describe, expect, test} from 'vitest'
import {documentActions} from '../../../studio/actions/document-actions.ts'
import {usePublishPieceAction} from '../../../studio/actions/publish-piece.tsx'

const studioActions = [
  'publish',
  'schedule',
  'duplicate',
  'discardChanges',
  'delete',
  'unpublish',
].map((action) => Object.assign(() => null, {action}) as unknown as DocumentActionComponent)
function actionsOn(schemaType: string): DocumentActionComponent[] {
  if (typeof documentActions !== 'function') throw new Error('The actions are a resolver')
  return documentActions(studioActions, {schemaType} as DocumentActionsContext)
}
const names = (schemaType: string) => actionsOn(schemaType).map(({action}) => action)

describe('the actions of a document', () => {
  test('publish an article as one piece', () => {
    const [publish] = actionsOn('article')
    expect(publish).toBe(usePublishPieceAction)
    expect(publish?.action).toBe('publish')
  })

  test('publish everything else as the studio does', () => {
    expect(actionsOn('photoWithCredit')[0]).toBe(studioActions[0])
  })

  test('schedule nothing', () => {
    expect(names('article')).toEqual([
      'publish',
      'duplicate',
      'discardChanges',
      'delete',
      'unpublish',
    ])
  })

  test('neither copy nor delete the one document of settings', () => {
    expect(names('siteSettings')).toEqual(['publish', 'discardChanges'])
  })

  test('are the same hooks each time, or the form would begin anew', () => {
    expect(actionsOn('article')).toEqual(actionsOn('article'))
    expect(actionsOn('article')[2]).not.toBe(studioActions[3])
  })
})
