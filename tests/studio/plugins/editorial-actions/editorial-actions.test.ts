import type {DocumentActionComponent, DocumentActionsContext} from 'sanity'
import {describe, expect, test} from 'vitest'
import {useNextEditorialAction} from '../../../../studio/plugins/editorial-actions/document-action.tsx'
import {withEditorialActions} from '../../../../studio/plugins/editorial-actions/index.ts'
import {studioAction} from '../../support/studio-action.ts'

const studioActions = ['publish', 'duplicate', 'discardChanges', 'delete', 'unpublish'].map(
  studioAction,
)
function actionsOn(schemaType: string, versionType = 'draft'): DocumentActionComponent[] {
  if (typeof withEditorialActions !== 'function') throw new Error('The actions are a resolver')
  const context = {schemaType, versionType} as DocumentActionsContext
  return withEditorialActions(studioActions, context)
}

describe('editorial actions', () => {
  test('are offered on an article, the next one first', () => {
    const [next, ...others] = actionsOn('article')
    expect(next).toBe(useNextEditorialAction)
    expect(next?.action).toBe('publish')
    const acts = others.map(({displayName}) => displayName)
    for (const act of ['submit', 'approve', 'publish', 'schedule', 'withdraw', 'kill', 'spike']) {
      expect(acts).toContain(`EditorialAction(${act})`)
    }
  })

  test('leave no way to unpublish, delete, copy or discard an article by hand', () => {
    const originals = new Set(studioActions)
    expect(actionsOn('article').filter((action) => originals.has(action))).toEqual([])
  })

  test('are not offered in a release, where an article is not copied either', () => {
    expect(actionsOn('article', 'version')).toEqual([])
  })

  test('publish or amend a photo, a quote and a source', () => {
    for (const type of ['photoWithCredit', 'expertQuote', 'source']) {
      const [publish, ...others] = actionsOn(type)
      expect(publish?.displayName).toBe('PublishOrAmend()')
      expect(others).toEqual(studioActions.slice(1))
    }
  })

  test('leave other documents to the studio', () => {
    expect(actionsOn('author')).toEqual(studioActions)
  })

  test('are the same hooks each time, or the form would be mounted again', () => {
    expect(actionsOn('article')).toEqual(actionsOn('article'))
  })
})
