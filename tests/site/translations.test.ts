import {expect, test} from 'vitest'
import {article, block, newsroom, quote, quoteUse, reference} from './support/fixtures.ts'
import {attribute, elements, links, tags, textOf} from './support/html.ts'
import {SESSION, siteOver, visit} from './support/visit.ts'

const ORIGIN = 'http://127.0.0.1:3333'
const weak = (id: string) => ({...reference(id), _weak: true})

const documents = newsroom(
  article('english', {language: 'en-GB'}),
  article('japanese', {language: 'ja', translationOf: weak('english'), body: [block('本文')]}),
  article('arabic', {language: 'ar', translationOf: weak('english')}),
  article('drafts.german', {language: 'de', translationOf: weak('english')}),
  article('orphan', {language: 'fr', translationOf: weak('withdrawn')}),
  article('alone'),
)

const hreflangs = (html: string) =>
  tags(html, 'link')
    .filter((tag) => attribute(tag, 'hreflang'))
    .map((tag) => [attribute(tag, 'hreflang'), attribute(tag, 'href')])

test.each(['english', 'japanese', 'arabic'])(
  'each version names all of them, itself included: %s',
  async (slug) => {
    const {html} = await visit(siteOver(documents), `/article/${slug}`)
    expect(hreflangs(html).toSorted()).toEqual([
      ['ar', `${ORIGIN}/article/arabic`],
      ['en-GB', `${ORIGIN}/article/english`],
      ['ja', `${ORIGIN}/article/japanese`],
    ])
  },
)

test('readers are led to the others, each named in its own language', async () => {
  const {html} = await visit(siteOver(documents), '/article/english')
  const [nav = ''] = elements(html, 'nav', 'article__languages')
  expect(links(nav)).toEqual(['/article/arabic', '/article/japanese'])
  expect(textOf(nav)).toBe('العربية 日本語')
  expect(tags(nav, 'a').map((tag) => attribute(tag, 'dir'))).toEqual(['rtl', 'ltr'])
})

test.each(['alone', 'orphan'])('an article in one language names none: %s', async (slug) => {
  const {html, response} = await visit(siteOver(documents), `/article/${slug}`)
  expect(response.status).toBe(200)
  expect(hreflangs(html)).toEqual([])
  expect(elements(html, 'nav', 'article__languages')).toEqual([])
})

test('a preview names none: its readers see nothing of the draft', async () => {
  const {html, response} = await visit(siteOver(documents), '/preview/article/german', SESSION)
  expect(response.status).toBe(200)
  expect(hreflangs(html)).toEqual([])
})

test('what is the newsroom’s on a page in another language says whose language it is', async () => {
  const site = siteOver(
    newsroom(
      article('arabic', {
        language: 'ar',
        keyPoints: ['نقطة'],
        body: [block('قال'), quoteUse('said', 'inline'), quoteUse('said')],
        related: [reference('english'), reference('japanese')],
      }),
      article('english'),
      article('japanese', {language: 'ja'}),
      quote('said', {language: 'ja', medium: 'statement'}),
    ),
  )
  const {html} = await visit(site, '/article/arabic')
  expect(html).toMatch(/^<!doctype html><html lang="ar" dir="rtl">/)
  const languageOf = (element: string) => attribute(element, 'lang') ?? 'as around'
  expect(html).toContain('<div class="foot" lang="en-GB" dir="ltr">')
  expect(elements(html, 'article', 'card').map(languageOf)).toEqual(['as around', 'ja'])
  expect(elements(html, 'p', 'box-title').map(languageOf)).toEqual(['en-GB'])
  expect(elements(html, 'span', 'quote__origin').map(languageOf)).toEqual(['en-GB'])
  expect(html).toContain('<span lang="ja" dir="ltr">「')
  expect(html).toContain('<blockquote lang="ja" dir="ltr">')
})

test('an article can be passed on by plain links', async () => {
  const {html} = await visit(
    siteOver(newsroom(article('piece', {headline: 'Fish & "chips"', slug: {current: 'a b'}}))),
    '/article/a%20b',
  )
  const [share = ''] = elements(html, 'aside', 'share')
  const address = `${ORIGIN}/article/a%20b`
  expect(links(share)).toEqual([
    `mailto:?subject=${encodeURIComponent('Fish & "chips"')}&body=${encodeURIComponent(address)}`,
    `https://wa.me/?text=${encodeURIComponent(`Fish & "chips" ${address}`)}`,
    `https://bsky.app/intent/compose?text=${encodeURIComponent(`Fish & "chips" ${address}`)}`,
    address,
  ])
  // On paper and to listeners a bare address is noise.
  expect(textOf(share)).not.toContain('http')
})
