// docs/lake.md is complete and true: its endpoints are exactly those of the server, and each line
// says yes, partly or no.
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {ROOT} from '../../server/paths.ts'
import {startLake, type TestLake} from '../support/lake.ts'

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']
const text = readFileSync(join(ROOT, 'docs/lake.md'), 'utf8').replaceAll(/\n {2,}/g, ' ')
/** Its lines: `- **partly** a feature: the difference`. */
const rows = [...text.matchAll(/^- \*\*(\w+)\*\* (.+)$/gm)].map(([, here = '', line = '']) => {
  const [feature = '', difference = ''] = line.split(/: (.*)/)
  return {here, feature, difference}
})

let lake: TestLake
beforeAll(async () => void (lake = await startLake()))
afterAll(() => lake.close())

/** `GET POST /data/query/:dataset` is two endpoints; `ALL` is one for each method. */
function endpointsIn(words: string): string[] {
  return [...words.matchAll(/`((?:(?:GET|POST|PUT|PATCH|DELETE|ALL) )+)(\/[^`]*)`/g)].flatMap(
    ([, methods = '', path = '']) => expand(methods.trim().split(' '), path),
  )
}

const expand = (methods: string[], path: string): string[] =>
  methods
    .flatMap((method) => (method === 'ALL' ? METHODS : [method]))
    .map((method) => `${method} ${path}`)

describe('its endpoints', () => {
  test('are those of the server', () => {
    const real = lake.lake.services.routes.flatMap((route) => {
      const [method = '', path = ''] = route.split(' ')
      return expand([method], path.replace('{.+}', ''))
    })
    const named = rows.flatMap(({feature}) => endpointsIn(feature))
    expect(real.length).toBeGreaterThan(60)
    expect(named.toSorted()).toEqual(real.toSorted())
  })

  test('that are missing here are refused with a reason', {tags: ['full']}, async () => {
    const refused = rows
      .filter(({here}) => here === 'no')
      .flatMap(({feature}) => endpointsIn(feature))
    expect(refused.length).toBeGreaterThan(30)
    const headers = {authorization: `Bearer ${lake.token('administrator')}`}
    for (const endpoint of refused) {
      const [method = '', path = ''] = endpoint.split(' ')
      const address = `/v2025-02-19${path.replaceAll(':project', 'copydesk').replaceAll(/[:*]/g, 'x')}`
      const response = await lake.fetch(address, {method, headers})
      expect(response.status, endpoint).toBe(403)
      expect(await response.json(), endpoint).toMatchObject({error: {type: 'notOffered'}})
    }
  })
})

describe('its lines', () => {
  test('say yes, partly or no, and why not', () => {
    expect(rows.length).toBeGreaterThan(90)
    for (const {here, feature, difference} of rows) {
      expect(['yes', 'partly', 'no', 'ours'], feature).toContain(here)
      if (here === 'partly') expect(difference.length, feature).toBeGreaterThan(3)
    }
  })
})

describe('its lines about GROQ', () => {
  const ask = async (query: string): Promise<{result?: unknown; error?: unknown}> => {
    const address = `/v2025-02-19/data/query/production?query=${encodeURIComponent(query)}`
    const response = await lake.fetch(address)
    return (await response.json()) as {result?: unknown; error?: unknown}
  }

  test.each([
    ['*[references("a")]', []],
    ['*[_id in path("a.**")]', []],
    ['string::upper("a")', 'A'],
    ['array::unique([1, 1])', [1]],
    ['math::sum([1, 2])', 3],
    ['dateTime("2026-01-01T00:00:00Z") < dateTime("2026-01-02T00:00:00Z")', true],
    ['pt::text([{"_type": "block", "children": [{"_type": "span", "text": "a"}]}])', 'a'],
    ['user::attributes()', {}],
    ['releases::all()', []],
    ['*[sanity::versionOf("a")]', []],
    ['*[sanity::partOfRelease("r")]', []],
    ['*[@ match text::query("a")] | score(boost(title match "a", 2))', []],
    ['documents::get("a")', null],
    ['geo::contains(geo::latLng(1, 2), geo({"lat": 1, "lng": 2}))', false],
    ['diff::changedAny({"a": 1}, {"a": 2}, (a))', true],
    ['diff::changedOnly({"a": 1, "b": 1}, {"a": 2, "b": 1}, (b))', false],
  ])('%s', async (query, result) => {
    expect(await ask(query)).toMatchObject({result})
  })

  test.each(['text::semanticSimilarity("a")'])('%s is refused', async (query) => {
    expect(await ask(query)).toMatchObject({error: {description: expect.stringMatching(/\w+/)}})
  })
})
