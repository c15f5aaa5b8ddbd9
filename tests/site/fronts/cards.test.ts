// Cards of fronts and lists: pictures and their credits, maps and charts, opinions, labels.
import {describe, expect, it, test} from 'vitest'
import type {Document} from '../support/client.ts'
import {article, newsroom, photo, photoUse, reference} from '../support/fixtures.ts'
import {attribute, elements, tags, textOf} from '../support/html.ts'
import {siteOver, visit} from '../support/visit.ts'

const HOUR = 3_600_000
/** Newest first. */
const at = (number: number) => ({
  firstPublishedAt: new Date(Date.UTC(2026, 10, 24) - number * HOUR).toISOString(),
})
const withPhoto = (id: string) => ({leadPhoto: photoUse(id)})

async function front(...documents: (Document | Document[])[]): Promise<string> {
  return (await visit(siteOver(newsroom(...documents.flat())), '/')).html
}

const card = (html: string, id: string): string =>
  elements(html, 'article', `data-story="${id}"`)[0] ?? ''

describe('in a list the credit of a photo is printed', () => {
  it.each([
    {rights: 'agency', licence: undefined, isPrinted: true},
    {rights: 'creativeCommons', licence: 'creativecommons.org/licenses/by/4.0/', isPrinted: true},
    {rights: 'creativeCommons', licence: 'creativecommons.org/publicdomain/zero/1.0/'},
    {rights: 'staff', licence: undefined},
  ])('$rights $licence: $isPrinted', async ({rights, licence, isPrinted = false}) => {
    const more = {
      rights: {category: rights},
      ...(licence && {licenseUrl: `https://${licence}`}),
    }
    const documents = newsroom(article('piece', withPhoto('lead')), ...photo('lead', more))
    for (const path of ['/', '/section/politics', '/author/ada-byrne']) {
      const {html} = await visit(siteOver(documents), path)
      const [figure = ''] = elements(card(html, 'piece'), 'figure')
      expect(figure.includes('photo--uncredited'), path).toBe(!isPrinted)
      // Listeners, and browsers without styles, get it always.
      expect(textOf(figure), path).toContain('(© Sankei by Yasuto Tanaka)')
    }
    const {html} = await visit(siteOver(documents), '/article/piece')
    expect(html).not.toContain('photo--uncredited')
  })
})

test('a map is whole where it leads, and is left out where it would be too small', async () => {
  const map = (id: string) => photo(id, {digitalSourceType: 'dataDrivenMedia'})
  const html = await front(
    article('first', {...at(0), ...withPhoto('one')}),
    article('second', {...at(1), ...withPhoto('two')}),
    map('one'),
    map('two'),
  )
  const [picture = ''] = tags(card(html, 'first'), 'img')
  expect(card(html, 'first')).toContain('card--graphic')
  expect(attribute(picture, 'src')).toContain('fit=max')
  expect(attribute(picture, 'src')).not.toMatch(/fit=crop|[?&]h=/)
  expect(tags(card(html, 'second'), 'img')).toEqual([])
  expect(card(html, 'second')).toContain('card--type')
})

test('an opinion has its author’s face and name before its headline', async () => {
  const opinion = {articleType: 'opinion'}
  const documents = newsroom(
    article('news', at(0)),
    article('one', {...at(1), ...opinion}),
    article('two', {...at(2), ...opinion}),
    ...photo('face'),
  ).map((one) => (one._id === 'author-ada' ? {...one, portrait: {photo: reference('face')}} : one))
  const {html} = await visit(siteOver(documents), '/')
  const [band = ''] = elements(html, 'section', 'data-container="opinion"')
  expect(elements(band, 'article')).toHaveLength(2)
  for (const voice of elements(band, 'article')) {
    expect(attribute(tags(voice, 'img')[0] ?? '', 'alt')).toBe('Description of face')
    expect(textOf(voice)).toMatch(/Ada Byrne Headline of/)
  }
})

test('a piece that was added to is marked', async () => {
  const html = await front(article('piece', {updatedNote: 'With the answer of the council.'}))
  expect(textOf(card(html, 'piece'))).toContain('Updated')
})

test('each time says exactly when, with its zone', async () => {
  const html = await front(article('piece', at(0)))
  const [time = ''] = tags(card(html, 'piece'), 'time')
  expect(attribute(time, 'datetime')).toBe('2026-11-24T00:00:00.000Z')
  expect(attribute(time, 'title')).toBe('24 November 2026, 09:00 GMT+9')
})

test('the hue of a section is on its stories, its link and its page', async () => {
  const documents = newsroom(article('piece')).map((one) =>
    one._type === 'section' ? {...one, hue: 'teal'} : one,
  )
  const {html} = await visit(siteOver(documents), '/')
  expect(attribute(card(html, 'piece'), 'data-hue')).toBe('teal')
  expect(tags(html, 'li').map((tag) => attribute(tag, 'data-hue'))).toContain('teal')
  const {html: page} = await visit(siteOver(documents), '/section/politics')
  expect(page).toContain('<div class="list list--section split" data-hue="teal">')
})

test('a value that is not in the palette is harmless', async () => {
  const documents = newsroom(article('piece')).map((one) =>
    one._type === 'section' ? {...one, hue: {evil: true}} : one,
  )
  const {html, response} = await visit(siteOver(documents), '/')
  expect(response.status).toBe(200)
  expect(html).not.toContain('data-hue')
})
