// Every method of `@sanity/client` either works or is refused with a reason, as docs/lake.md says.
import {createClient, type SanityClient} from '@sanity/client'
import {stegaClean} from '@sanity/client/stega'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {ROOT} from '../../server/paths.ts'
import {CLIENT_METHODS} from '../support/client-methods.ts'
import {startLake, type TestLake} from '../support/lake.ts'

let lake: TestLake
let client: SanityClient
beforeAll(async () => {
  lake = await startLake()
  client = lake.client('editor')
})
afterAll(() => lake.close())

/** The methods of a client and its parts: `assets.upload`. */
function methodsOf(part: object, prefix = ''): string[] {
  const names = new Set<string>(Object.getOwnPropertyNames(part))
  const above = Object.getPrototypeOf(part) as object | null
  if (above && above !== Object.prototype) {
    for (const name of Object.getOwnPropertyNames(above)) names.add(name)
  }
  return [...names].flatMap((name) => {
    if (name === 'constructor' || name === 'observable' || name.startsWith('_')) return []
    const value: unknown = Reflect.get(part, name)
    if (typeof value === 'function') return [prefix + name]
    return typeof value === 'object' && value !== null ? methodsOf(value, `${prefix}${name}.`) : []
  })
}

describe('the table of methods', () => {
  it('has every method of the client, and no other', () => {
    const bare = createClient({projectId: 'p', dataset: 'd', apiVersion: '1', useCdn: false})
    const known = CLIENT_METHODS.map(({name}) => name)
    expect(known.length).toBeGreaterThan(50)
    expect(known.toSorted()).toEqual(methodsOf(bare).toSorted())
    const observable = methodsOf(bare.observable)
    expect(observable.filter((name) => !known.includes(name))).toEqual([])
  })

  it('is what docs/lake.md says', () => {
    const text = readFileSync(join(ROOT, 'docs/lake.md'), 'utf8').replaceAll(/\n {2,}/g, ' ')
    const section = text.slice(text.indexOf('\n## `@sanity/client`'))
    for (const {name, answer} of CLIENT_METHODS) {
      const row = section.split('\n').find((line) => line.includes(`\`${name}\``)) ?? name
      expect(row, name).toContain(`- **${answer === 'no' ? 'no' : 'yes'}** `)
    }
  })
})

describe('each method', () => {
  it.each(CLIENT_METHODS)('$name: $answer', async ({name, answer, call, role}) => {
    const outcome = await Promise.resolve()
      .then(() => call(role ? lake.client(role) : client))
      .then(
        (value) => ({value}),
        (error: unknown) => ({error}),
      )
    if (answer !== 'no') {
      expect(outcome).toEqual({value: expect.anything()})
      return
    }
    const {error} = outcome as {error: {statusCode?: number; status?: number; message: string}}
    expect(error.statusCode ?? error.status).toBe(403)
    // An event source has no more information.
    if (name.endsWith('.listen')) return
    expect(error.message).toMatch(/this Content Lake|in their own dataset here/i)
  })

  it('requests no endpoint without a name', () => {
    expect(lake.lake.services.unknownEndpoints.entries()).toEqual([])
  })
})

describe('as observables', () => {
  it('fetches, and so on', async () => {
    const found: unknown[] = []
    await client.observable.fetch('"word"').forEach((value) => void found.push(value))
    expect(found).toEqual(['word'])
  })
})

describe('options of a client', () => {
  it('takes each perspective, and each version of the API', async () => {
    await client.createOrReplace({_id: 'drafts.p', _type: 'section', title: 'Draft'})
    const ids = (perspective: 'raw' | 'drafts' | 'published', apiVersion = '2025-02-19') =>
      client.withConfig({apiVersion, perspective}).fetch('*[_id in ["p", "drafts.p"]]._id')
    expect(await ids('raw')).toEqual(['drafts.p'])
    expect(await ids('drafts')).toEqual(['p'])
    expect(await ids('published')).toEqual([])
    for (const apiVersion of ['1', 'X', '2021-06-07', '2026-05-04']) {
      expect(await ids('raw', apiVersion)).toEqual(['drafts.p'])
    }
  })

  it('accepts stega, and requests a source map with it', async () => {
    const stega = client.withConfig({stega: {enabled: true, studioUrl: '/studio'}})
    const {result, resultSourceMap} = await stega.fetch<string>(
      '*[_id == "drafts.p"][0].title',
      {},
      {filterResponse: false, resultSourceMap: true},
    )
    expect(result).not.toBe('Draft')
    expect(stegaClean(result)).toBe('Draft')
    expect(resultSourceMap?.documents).toEqual([{_id: 'drafts.p', _type: 'section'}])
  })
})
