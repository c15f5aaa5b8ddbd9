// docs/queries.md describes every query, and its examples match the demonstration content.
import {parse} from 'groq-js'
import {expect, test} from 'vitest'
import * as articles from '../../queries/articles.ts'
import * as authors from '../../queries/authors.ts'
import * as corrections from '../../queries/corrections.ts'
import * as feeds from '../../queries/feeds.ts'
import {finishFront} from '../../queries/finish-front.ts'
import * as fronts from '../../queries/fronts.ts'
import * as photos from '../../queries/photos.ts'
import * as pieces from '../../queries/pieces.ts'
import * as previews from '../../queries/previews.ts'
import * as search from '../../queries/search.ts'
import * as sections from '../../queries/sections.ts'
import * as series from '../../queries/series.ts'
import * as settings from '../../queries/settings.ts'
import * as sources from '../../queries/sources.ts'
import {clientOver, published} from '../site/support/client.ts'
import {seedDocuments} from '../site/support/seed.ts'
import {readFrontEndPages, readPage} from '../support/front-end-pages.ts'
import {container, front, slot} from '../workflow/fronts/fronts.ts'

const QUERIES: Record<string, string> = {
  ...articles,
  ...authors,
  ...corrections,
  ...feeds,
  ...fronts,
  ...photos,
  ...pieces,
  ...previews,
  ...search,
  ...sections,
  ...series,
  ...settings,
  ...sources,
}
/** The demonstration content has no front: the page says that one is made. */
const FRONT = front(
  container('Top', [slot('article-two-sessions', {headline: 'Why a scripted week matters'})]),
)
const documents = [...published(seedDocuments()), FRONT]
const client = clientOver(documents.map((one) => ({...one, _originalId: one._id})))

interface Example {
  params: Record<string, unknown>
  result: unknown
}

const chapters = [...readPage('queries').matchAll(/^### `(\w+)`\n([^]*?)(?=^##)/gm)].map(
  ([, name = '', text = '']) => ({name, text}),
)

test('describes every query and its parameters', () => {
  expect(chapters.map(({name}) => name).toSorted()).toEqual(Object.keys(QUERIES).toSorted())
  for (const {name, text} of chapters) {
    for (const [, parameter = ''] of QUERIES[name]?.matchAll(/\$(\w+)/g) ?? [])
      expect(text, name).toContain(`\`${parameter}\``)
  }
})

test.each(chapters)('$name answers what its example says', async ({name, text}) => {
  const example = JSON.parse(/```json\n([^]*?)```/.exec(text)?.[1] ?? '') as Example
  const actual: unknown = await client.fetch(QUERIES[name] ?? '', example.params)
  expect(shortenedLike(example.result, actual)).toEqual(example.result)
})

test('a front is finished as its example says', async () => {
  const found = await client.fetch(fronts.FRONT_QUERY, {id: 'front-home'})
  const [top] = finishFront(found!).containers
  expect(top).toMatchObject({title: 'Top', layout: 'three'})
  expect(top?.stories).toMatchObject([
    {headline: 'Why a scripted week matters', slug: 'china-two-sessions-why-they-matter'},
    {slug: 'the-night-the-barrier-shut-itself'},
    {},
  ])
})

test('every query in an example of curl parses', () => {
  const queries = [...readFrontEndPages().matchAll(/'query=([^']+)'/g)].map(
    ([, query = '']) => query,
  )
  expect(queries.length).toBeGreaterThan(2)
  for (const query of queries) expect(() => parse(query, {params: {slug: ''}})).not.toThrow()
})

/** `actual` without the fields that `example` leaves out, its lists cut to the example's length. */
function shortenedLike(example: unknown, actual: unknown): unknown {
  if (Array.isArray(example))
    return Array.isArray(actual)
      ? example.map((item, index) => shortenedLike(item, actual[index]))
      : actual
  if (typeof example !== 'object' || example === null) return actual
  if (typeof actual !== 'object' || actual === null) return actual
  const fields = Object.entries(example).map(([key, value]) => [
    key,
    shortenedLike(value, (actual as Record<string, unknown>)[key]),
  ])
  return Object.fromEntries(fields)
}
