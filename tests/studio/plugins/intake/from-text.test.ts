import {expect, it} from 'vitest'
import {isArticle} from '../../../../studio/plugins/intake/dropped-file.ts'
import {FROM_TEXT} from '../../../../studio/data/from-text.ts'
import {offerFromText} from '../../../../studio/plugins/intake/from-text.ts'
import {sourceOf} from '../../../../studio/plugins/intake/use-intake.ts'

type Context = Parameters<typeof offerFromText>[1]
const offered = (type: string, ...templates: string[]) =>
  offerFromText(
    templates.map((templateId) => ({templateId})),
    {creationContext: {type}} as Context,
  ).map(({templateId}) => templateId)

it('is offered below the article, to those who may write one', () => {
  expect(offered('global', 'article', 'source')).toEqual(['article', FROM_TEXT, 'source'])
  expect(offered('global', 'source', FROM_TEXT)).toEqual(['source'])
})

it('is not offered inside a form, where a reference would be filled', () => {
  expect(offered('document', 'article', FROM_TEXT)).toEqual(['article'])
})

it.each([
  ['story.DOCX', '', true],
  ['story.docm', '', true],
  ['mail.eml', 'message/rfc822', true],
  ['story', 'text/plain', true],
  ['photo.jpg', 'image/jpeg', false],
])('takes %s (%s) for an article: %s', (name, type, expected) => {
  expect(isArticle({name, type})).toBe(expected)
})

it('reads formatted text as a page, as long as it is what was pasted', async () => {
  const pasted = sourceOf({text: 'Words', html: '<p>Words</p>'})
  expect(pasted.mediaType).toBe('text/html; charset=utf-8')
  expect(await pasted.blob.text()).toBe('<p>Words</p>')
  const typed = sourceOf({text: 'Words', html: null})
  expect(await typed.blob.text()).toBe('Words')
})
