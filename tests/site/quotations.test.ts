// Words of a paragraph that are annotated with a quote: on the page, in feeds, in JSON-LD.
import {describe, expect, test} from 'vitest'
import {quoting, type Words} from '../support/quotations.ts'
import {nodeOf} from './formats/support/json-ld.ts'
import {formatsSite} from './formats/support/ask-format.ts'
import {article, block, newsroom, quote, quoteUse, reference} from './support/fixtures.ts'
import {attribute, elements, links, tags, textOf} from './support/html.ts'
import {visit} from './support/visit.ts'

type Fields = Record<string, unknown>

const SAID = 'We will wait for the ship. It is late.'

const newsroomWith = (body: object[], more: Fields = {}) =>
  newsroom(article('piece', {body}), quote('said', {text: SAID, ...more}))
const pageWith = async (body: object[], more: Fields = {}) =>
  (await visit(formatsSite(newsroomWith(body, more)), '/article/piece')).html
const text = (html: string) => elements(html, 'div', 'text')[0] ?? ''
const paragraphs = (html: string) =>
  elements(text(html), 'p').map((one) => one.replace(/^<p>|<\/p>$/g, ''))
const opening = (html: string) => tags(text(html), 'a').concat(tags(text(html), 'span'))[0] ?? ''

const PARTS: Words[] = [
  ['“We will wait for the ship,”', 'said'],
  ' he said. ',
  ['“It is late.”', 'said'],
]

describe('on the page', () => {
  test('words keep their place, and lead to all that was quoted of the speaker', async () => {
    const html = await pageWith([quoting('p', ...PARTS)])
    const link = opening(html)
    expect(textOf(paragraphs(html)[0] ?? '')).toBe(
      '“We will wait for the ship,” he said. “It is late.”',
    )
    expect(links(text(html))).toEqual(['/source/source-green', '/source/source-green'])
    expect(attribute(link, 'title')).toBe(
      'Rory Green, Chief China Economist, GlobalData TS Lombard',
    )
    expect(attribute(link, 'lang')).toBe('en')
    expect(attribute(link, 'dir')).toBe('ltr')
  })

  const two = ['source-green', 'source-wolf'].map((id) => ({_key: id, source: reference(id)}))
  test.each([
    ['two speakers', {speakers: two, attribution: ''}, 'Rory Green; Martin Wolf'],
    ['an attribution', {speakers: [], attribution: 'a diplomat'}, 'a diplomat'],
    ['nobody', {speakers: null, attribution: null}, undefined],
  ])('words of %s lead nowhere', async (_name, more, title) => {
    const html = await pageWith([quoting('p', ...PARTS)], more)
    expect(links(text(html))).toEqual([])
    expect(attribute(opening(html), 'title')).toBe(title)
  })

  test.each([
    ['was deleted', {_id: 'other'}],
    ['is not published', {_id: 'drafts.said'}],
    ['is off the record', {terms: 'offRecord'}],
    ['is disputed', {verification: {status: 'disputed'}}],
    ['was retracted', {verification: {status: 'retracted'}}],
  ])('words are only words if their quote %s', async (_name, more) => {
    const html = await pageWith([quoting('p', ...PARTS)], more)
    expect(paragraphs(html)).toEqual(['“We will wait for the ship,” he said. “It is late.”'])
    expect(html).not.toContain('Green')
  })

  test('words over links and marks keep those, and no link is inside another', async () => {
    const linked = quoting('p', ['“We will ', 'said'], ['wait', 'said', 'strong', 'l'])
    const markDefs = [...linked.markDefs, {_key: 'l', _type: 'link', href: 'https://example.org/'}]
    const over = await pageWith([{...linked, markDefs}])
    expect(text(over)).toContain('<strong>wait</strong>')
    expect(links(text(over)).toSorted()).toEqual(['/source/source-green', 'https://example.org/'])
    const children = linked.children.map((child) => ({...child, marks: [...child.marks, 'm0']}))
    const inside = await pageWith([{...linked, children, markDefs}])
    expect(links(text(inside))).toEqual(['https://example.org/'])
    expect(text(inside)).not.toMatch(/<a [^>]*>(?:(?!<\/a>).)*<a /)
  })

  test('words are in lists, passages and subheadings', async () => {
    const html = await pageWith([
      {...quoting('item', ['“We will wait”', 'said']), listItem: 'bullet', level: 1},
      {...quoting('passage', ['We will wait for the ship.', 'said']), style: 'blockquote'},
      {...quoting('head', ['“It is late”', 'said']), style: 'h2'},
    ])
    for (const name of ['li', 'blockquote', 'h2'])
      expect(elements(text(html), name)[0], name).toContain('href="/source/source-green"')
  })

  test('what was never a quote does no harm', async () => {
    const strange = {...quoting('p', ...PARTS), markDefs: [{_key: 'm0', _type: 'quotation'}]}
    for (const odd of [undefined, null, 'said', 7, [], {_ref: 7}]) {
      const markDefs = [{_key: 'm0', _type: 'quotation', quote: odd}]
      expect(textOf(text(await pageWith([{...strange, markDefs}])))).toContain('We will wait')
    }
  })
})

test('feeds have the words, the speaker and a whole address', async () => {
  const site = formatsSite(newsroomWith([quoting('p', ...PARTS)]))
  const {html} = await visit(site, '/feed.json')
  const [item] = (JSON.parse(html) as {items: {content_html: string}[]}).items
  expect(item?.content_html).toContain(
    '<p><a href="http://127.0.0.1:3333/source/source-green" lang="en" dir="ltr" title="Rory Green, Chief China Economist, GlobalData TS Lombard">“We will wait for the ship,”</a> he said. ',
  )
})

describe('in JSON-LD', () => {
  const quotations = async (body: object[], more: Fields = {}) =>
    (nodeOf(await pageWith(body, more), 'NewsArticle')['hasPart'] ?? []) as Fields[]

  test('two parts are one quotation with one speaker, in the words of the quote', async () => {
    expect(await quotations([quoting('p', ...PARTS)])).toMatchObject([
      {
        '@type': 'Quotation',
        text: SAID,
        spokenByCharacter: [{'@type': 'Person', name: 'Rory Green'}],
      },
    ])
  })

  test('a part of a quote is the part that readers find', async () => {
    const [found, ...others] = await quotations([quoting('p', ['“It is late,”', 'said'])])
    expect(found).toMatchObject({text: 'It is late,'})
    expect(others).toEqual([])
  })

  test.each(['before', 'after'])(
    'a pull quote %s the words is the same quotation',
    async (when) => {
      const body = [
        quoting('p', ['“It is late,”', 'said']),
        block('More.'),
        quoteUse('said', 'pull'),
      ]
      const found = await quotations(when === 'after' ? body : body.toReversed())
      expect(found.map((one) => one['text'])).toEqual([SAID])
    },
  )

  test.each([
    ['a paraphrase', {kind: 'paraphrase'}],
    ['a quote that was retracted', {verification: {status: 'retracted'}}],
    ['a quote that was deleted', {_id: 'other'}],
  ])('words of %s are none', async (_name, more) => {
    expect(await quotations([quoting('p', ...PARTS)], more)).toEqual([])
  })
})

test('ninjs names the speaker', async () => {
  const site = formatsSite(newsroomWith([quoting('p', ...PARTS)]))
  const {html} = await visit(site, '/article/piece/ninjs.json')
  expect((JSON.parse(html) as {people: object[]}).people).toContainEqual({
    name: 'Rory Green',
    rel: 'quoted',
  })
})
