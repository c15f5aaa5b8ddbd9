import type {NewDocumentOptionsContext, TemplateItem} from 'sanity'
import {describe, expect, test} from 'vitest'
import {newDocumentOptions} from '../../../../studio/plugins/structure/new-document-options.ts'
import {inSection} from '../../../../studio/plugins/structure/templates.ts'

const ARTICLE_IN_SECTION = inSection('article')
const offered = [
  'article',
  'photoWithCredit',
  'section',
  'siteSettings',
  'privateSource',
  'review',
  'correction',
  'notice',
  'notification',
  ARTICLE_IN_SECTION,
].map((templateId) => ({templateId})) as TemplateItem[]
const resolve = newDocumentOptions(false, (id) =>
  id === ARTICLE_IN_SECTION ? 'article' : undefined,
)

function offeredTo(role: string, creationContext: object) {
  const context = {currentUser: {roles: [{name: role}]}, creationContext}
  return resolve(offered, context as unknown as NewDocumentOptionsContext).map(
    ({templateId}) => templateId,
  )
}

describe('Create', () => {
  test('offers a journalist what journalists write', () => {
    expect(offeredTo('journalist', {type: 'global'})).toEqual(['article', 'photoWithCredit'])
  })

  test('offers an article of a section in the section’s own list only', () => {
    expect(offeredTo('journalist', {type: 'structure', schemaType: 'article'})).toContain(
      ARTICLE_IN_SECTION,
    )
    expect(offeredTo('administrator', {type: 'structure', schemaType: 'article'})).toEqual([
      'section',
    ])
  })

  test('offers nobody the settings, a private document or what the server writes', () => {
    const written = ['article', 'photoWithCredit', 'section']
    for (const role of ['journalist', 'photoEditor', 'editor', 'administrator', 'developer']) {
      const others = offeredTo(role, {type: 'global'}).filter((type) => !written.includes(type))
      expect(others).toEqual([])
    }
  })
})
