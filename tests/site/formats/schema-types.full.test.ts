// JSON-LD of articles, packages, series and fronts, compiled against schema-dts’ types of schema.org.
import {expect, test} from 'vitest'
import {container, front, slot} from '../../workflow/fronts/fronts.ts'
import {article, photoUse} from '../support/fixtures.ts'
import {seedDocuments} from '../support/seed.ts'
import {visit} from '../support/visit.ts'
import {formatsSite} from './support/ask-format.ts'
import {nodesOf, type Node} from './support/json-ld.ts'
import {richNewsroom} from './support/rich-newsroom.ts'
import {typeErrors} from './support/schema-dts.ts'

const AT = {_createdAt: '2026-01-01T00:00:00Z', _updatedAt: '2026-01-01T00:00:00Z'}
const weak = (_ref: string) => ({_key: _ref, _type: 'reference', _ref, _weak: true})
const slug = (current: string) => ({slug: {_type: 'slug', current}})

type Site = ReturnType<typeof formatsSite>
async function nodesAt(site: Site, paths: readonly string[]): Promise<[string, Node][]> {
  const pages = paths.map(async (path) =>
    nodesOf((await visit(site, path)).html).map((node): [string, Node] => [path, node]),
  )
  return (await Promise.all(pages)).flat()
}

const documents = richNewsroom(
  {},
  article('other'),
  {
    ...AT,
    _id: 'tide',
    _type: 'series',
    title: 'The tide',
    description: 'How a city lives with water.',
    ...slug('the-tide'),
    picture: photoUse('lead'),
    parts: [weak('piece')],
  },
  {
    ...AT,
    _id: 'flood',
    _type: 'storyPackage',
    title: 'The flood',
    main: weak('piece'),
    sides: [weak('other')],
  },
  {...AT, ...front(container('Top', [slot('piece', {headline: 'In other words'})]))},
  {
    ...AT,
    ...front(container('Politics', [slot('piece')])),
    _id: 'front-section-section-politics',
    section: weak('section-politics'),
  },
)

test('the pages of a newsroom that uses all of it', async () => {
  const site = formatsSite(documents)
  const paths = [
    '/',
    '/section/politics',
    '/article/piece',
    '/series/the-tide',
    '/topic/trade',
    '/author/ada-byrne',
    '/photo/lead',
    '/sources',
    '/source/source-green',
  ]
  const nodes = await nodesAt(site, paths)
  const text = JSON.stringify(nodes)
  expect(text).toContain('"CreativeWorkSeries"')
  expect(text).toContain('"Collection"')
  expect((await visit(site, '/')).html).toContain('In other words')
  expect(await typeErrors(nodes)).toEqual([])
})

test('the pages of the demonstration newsroom', async () => {
  const seed = seedDocuments()
  const paths = seed.flatMap(({_id, _type, slug: address}) =>
    !_id.includes('.') && ['article', 'section', 'topic', 'series', 'author'].includes(_type)
      ? [`/${_type}/${(address as {current: string}).current}`]
      : [],
  )
  const nodes = await nodesAt(formatsSite(seed), ['/', ...paths])
  expect(nodes.length).toBeGreaterThan(80)
  expect(await typeErrors(nodes)).toEqual([])
})

test('the types find fault', async () => {
  const errors = await typeErrors([
    ['/a', {'@type': 'NewsArticle', headlin: 'x'}],
    ['/b', {'@type': ['NewsArticle', 'ReportageNewsArticle'], position: {'@type': 'Place'}}],
    ['/c', {'@type': 'CreativeWorkSeries', hasPart: [{'@type': 'CreativeWerk'}]}],
    ['/d', {'@type': 'Collection', name: 'Right'}],
  ])
  expect(errors.map((error) => error.split(':')[0])).toEqual([
    '/a NewsArticle',
    '/b NewsArticle',
    '/b ReportageNewsArticle',
    '/c CreativeWorkSeries',
  ])
})
