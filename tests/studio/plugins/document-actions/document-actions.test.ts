import type {DocumentActionComponent, DocumentActionsContext} from 'sanity'
import {describe, expect, test} from 'vitest'
import {documentActions} from '../../../../studio/plugins/document-actions/document-actions.ts'
import {useNextActAction} from '../../../../studio/plugins/editorial-actions/act-action.tsx'

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
  test('on an article are acts, the next one first', () => {
    const [next, ...others] = actionsOn('article')
    expect(next).toBe(useNextActAction)
    expect(next?.action).toBe('publish')
    const acts = others.map(({displayName}) => displayName)
    for (const act of ['submit', 'approve', 'publish', 'schedule', 'withdraw', 'kill', 'spike']) {
      expect(acts).toContain(`Act(${act})`)
    }
  })

  test('on a version in a release are the release’s: articles are not copied or taken away there', () => {
    if (typeof documentActions !== 'function') throw new Error('The actions are a resolver')
    const inRelease = ['duplicate', 'discardVersion', 'unpublishVersion'].map(
      (action) => Object.assign(() => null, {action}) as unknown as DocumentActionComponent,
    )
    const offered = (schemaType: string) =>
      documentActions(inRelease, {
        schemaType,
        versionType: 'version',
      } as DocumentActionsContext).map(({action}) => action)
    expect(offered('article')).toEqual(['discardVersion'])
    expect(offered('section')).toEqual(['duplicate', 'discardVersion', 'unpublishVersion'])
    expect(offered('review')).toEqual([])
  })

  test('publish everything else as the studio does', () => {
    expect(actionsOn('author')[0]).toBe(studioActions[0])
  })

  test('publish, take back and delete a photo, quote or source with an eye on live articles', () => {
    for (const type of ['photoWithCredit', 'expertQuote', 'source']) {
      const named = actionsOn(type).map(({displayName}) => displayName)
      expect(named).toContain('PublishOrAmend()')
      expect(named.filter((name) => name?.startsWith('KeptWhileLive('))).toHaveLength(2)
    }
    expect(names('photoWithCredit')).toEqual([
      'publish',
      'duplicate',
      'discardChanges',
      'delete',
      'unpublish',
    ])
  })

  test('neither unpublish, delete, copy nor discard an article by hand', () => {
    const originals = new Set(studioActions)
    expect(actionsOn('article').filter((action) => originals.has(action))).toEqual([])
  })

  test('make no task of what is confidential', () => {
    const create = (() => null) as unknown as DocumentActionComponent
    const offered = (schemaType: string) => {
      if (typeof documentActions !== 'function') throw new Error('The actions are a resolver')
      return documentActions([create], {schemaType} as DocumentActionsContext).includes(create)
    }
    expect(['article', 'photoWithCredit', 'section'].map(offered)).toEqual([true, true, true])
    expect(['privateQuote', 'privateAuthor', 'review'].map(offered)).toEqual([false, false, false])
  })

  test('bring an old revision back only where one may write', () => {
    const restore = Object.assign(() => null, {action: 'restore'})
    const originals = [restore as unknown as DocumentActionComponent]
    for (const schemaType of ['article', 'photoWithCredit', 'author', 'privateSource']) {
      if (typeof documentActions !== 'function') throw new Error('The actions are a resolver')
      const actions = documentActions(originals, {schemaType} as DocumentActionsContext)
      const found = actions.filter(({action}) => action === 'restore')
      expect(found.map(({displayName}) => displayName)).toEqual(['RestoreWhereOpen()'])
    }
  })

  test('do nothing to what the server keeps', () => {
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

  test('are the same hooks each time, or the form would begin anew', () => {
    expect(actionsOn('article')).toEqual(actionsOn('article'))
    expect(actionsOn('photoWithCredit')).toEqual(actionsOn('photoWithCredit'))
    expect(actionsOn('photoWithCredit')[2]).not.toBe(studioActions[3])
  })
})
