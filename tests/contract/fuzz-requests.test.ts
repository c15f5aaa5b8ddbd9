// @module-tag random
// Many random requests: none crashes the lake, blocks it, gets a 5xx, or leaves anything behind if
// it is refused. FUZZ_RUNS=50 tries fifty times as many as the full run.
import fc from 'fast-check'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {EDITORIAL_ACTIONS} from '../../model/editorial-actions.ts'
import {PREVIEW_ACTIONS} from '../../workflow/preview/requests.ts'
import {editorialActionBody, actionBody, mutationBody, tornJson} from '../support/fuzz/bodies.ts'
import {groqText, perspective} from '../support/fuzz/groq.ts'
import {fuzz, oddJson, oddText, times, type Fuzzed} from '../support/fuzz/harness.ts'
import {brokenPicture, imageParameters, soundPictures} from '../support/fuzz/pictures.ts'
import {startLake, type TestLake} from '../support/lake.ts'

const LONG = 600_000
let lake: TestLake
let fuzzed: Fuzzed
let pictures: Record<string, Buffer>
let picture: string
beforeAll(async () => {
  lake = await startLake()
  fuzzed = fuzz(lake)
  pictures = await soundPictures()
  const importer = lake.client('importer')
  const body = [{_key: 'a', _type: 'block', children: [{_key: 'c', _type: 'span', text: 'Words'}]}]
  for (const _id of ['a', 'drafts.a', 'b']) {
    await importer.create({
      _id,
      _type: _id === 'b' ? 'topic' : 'article',
      headline: 'A headline',
      body,
    })
  }
  const asset = await importer.assets.upload('image', pictures['png']!)
  picture = new URL(asset.url).pathname
})
afterAll(() => lake.close())

const roles = fc.constantFrom('editor', 'importer', 'journalist', 'administrator')
const json = (value: unknown): string => JSON.stringify(value)

describe('a lake continues after', () => {
  it('mutations', {timeout: LONG}, async () => {
    const statuses = new Set<number>()
    const property = fc.asyncProperty(mutationBody, roles, fc.boolean(), async (body, as, keys) => {
      const path = `/data/mutate/production?returnDocuments=true&autoGenerateArrayKeys=${keys}`
      statuses.add((await fuzzed.attempt({path, body: json(body), as})).status)
    })
    await fc.assert(property, times(150))
    // Some are accepted, so that the fuzzing reaches the code after the checks.
    expect(statuses).toContain(200)
  })

  it('torn bodies', {timeout: LONG}, async () => {
    const paths = ['/data/mutate/production', '/data/actions/production', '/acts/production']
    const property = fc.asyncProperty(tornJson, fc.constantFrom(...paths), async (body, path) => {
      await fuzzed.attempt({path, body, as: 'importer'})
    })
    await fc.assert(property, times(60))
  })

  it('actions', {timeout: LONG}, async () => {
    const property = fc.asyncProperty(actionBody, roles, async (body, as) => {
      await fuzzed.attempt({path: '/data/actions/production', body: json(body), as})
    })
    await fc.assert(property, times(150))
  })

  it('acts', {timeout: LONG}, async () => {
    const body = editorialActionBody([
      ...Object.keys(EDITORIAL_ACTIONS),
      ...PREVIEW_ACTIONS,
      'scheduleFailed',
    ])
    const property = fc.asyncProperty(body, roles, async (request, as) => {
      await fuzzed.attempt({path: '/acts/production', body: json(request), as})
    })
    await fc.assert(property, times(100))
  })

  it('queries', {timeout: LONG}, async () => {
    const params = fc.record({a: oddJson})
    const property = fc.asyncProperty(groqText, perspective, params, async (query, view, given) => {
      const path = `/data/query/production?${new URLSearchParams({perspective: view.toWellFormed()})}`
      await fuzzed.attempt({path, body: json({query, params: given}), as: 'editor'})
      const search = new URLSearchParams({query: query.toWellFormed(), $a: json(given.a) ?? 'x'})
      await fuzzed.attempt({path: `/data/query/production?${search}`, method: 'GET'})
    })
    await fc.assert(property, times(150))
  })

  it('IDs and parameters in addresses', {timeout: LONG}, async () => {
    const paths = fc.constantFrom(
      (x: string) => `/data/doc/production/${x}?includeAllVersions=true`,
      (x: string) => `/data/references/production/documents/${x}/to`,
      (x: string) => `/data/history/production/documents/${x}?revision=${x}`,
      (x: string) => `/data/history/production/documents/a?time=${x}`,
      (x: string) => `/data/history/production/transactions/${x}?fromTransaction=${x}&limit=${x}`,
      (x: string) => `/data/history/production/events/documents/${x}?nextCursor=${x}`,
      (x: string) => `/data/export/production?types=${x}`,
      (x: string) => `/users/${x}`,
      (x: string) => `/users/me/keyvalue/${x}`,
      (x: string) => `/projects/${x}/datasets/${x}/acl`,
      (x: string) => `/hooks/projects/copydesk/${x}/attempts`,
      (x: string) => `/passes/production/link.${x}`,
      (x: string) => `/images/copydesk/production/${x}`,
      (x: string) => `/files/copydesk/production/${x}/${x}`,
    )
    const property = fc.asyncProperty(paths, oddText, roles, async (path, text, as) => {
      await fuzzed.attempt({path: path(encodeURIComponent(text.toWellFormed())), method: 'GET', as})
    })
    await fc.assert(property, times(150))
  })

  it('settings, webhooks and accounts', {timeout: LONG}, async () => {
    const {cookie} = lake.person('administrator')
    const setting = fc.oneof(
      fc.array(fc.record({key: oddText, value: oddJson}), {maxLength: 2}),
      oddJson,
    )
    const hook = fc.record(
      {
        name: oddText,
        url: oddText,
        dataset: oddText,
        rule: oddJson,
        filter: groqText,
        projection: groqText,
        headers: oddJson,
      },
      {requiredKeys: []},
    )
    const person = fc.record({name: oddText, email: oddText, roles: oddJson}, {requiredKeys: []})
    const request = fc.oneof(
      setting.map((body) => ({path: '/users/me/keyvalue', method: 'PUT', body: json(body)})),
      hook.map((body) => ({path: '/hooks/projects/copydesk', method: 'POST', body: json(body)})),
      person.map((body) => ({path: '/people', method: 'POST', body: json(body)})),
      fc.tuple(oddText, oddJson).map(([id, body]) => ({
        path: `/people/${encodeURIComponent(id.toWellFormed())}`,
        method: 'PATCH',
        body: json(body),
      })),
    )
    const property = fc.asyncProperty(request, async (sent) => {
      await fuzzed.attempt({...sent, headers: {cookie}})
    })
    await fc.assert(property, times(100))
  })

  it('pictures of each format, truncated and changed', {timeout: LONG}, async () => {
    const property = fc.asyncProperty(
      brokenPicture(Object.keys(pictures)),
      async ({format, other, change, kind, filename}) => {
        const search = new URLSearchParams({
          filename: filename.toWellFormed(),
          meta: 'exif,location,palette',
        })
        const path = `/assets/${kind}/production?${search}`
        const body = new Uint8Array(change(pictures[format]!, pictures[other]!))
        const {status, text} = await fuzzed.attempt({path, body, as: 'journalist'})
        if (status !== 200) return
        // An accepted picture can be shown, or is refused with a reason.
        const {url} = (JSON.parse(text) as {document: {url: string}}).document
        await fuzzed.attempt({
          path: `${new URL(url).pathname}?w=5&fm=png`,
          method: 'GET',
          as: 'editor',
        })
      },
    )
    await fc.assert(property, times(60))
  })

  it('parameters of pictures', {timeout: LONG}, async () => {
    const accept = fc.constantFrom('image/avif,image/webp', 'image/*', '', 'text/html')
    const property = fc.asyncProperty(imageParameters, accept, async (search, accepted) => {
      const headers = {accept: accepted}
      await fuzzed.attempt({path: `${picture}?${search}`, method: 'GET', headers, as: 'editor'})
    })
    await fc.assert(property, times(80))
  })

  it('sign-in forms', {timeout: LONG}, async () => {
    const types = fc.constantFrom(
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=b',
      'multipart/form-data',
      'application/json',
      'x',
    )
    const form = fc.oneof(
      fc
        .record({email: oddText, password: oddText, again: oddText, origin: oddText})
        .map((fields) =>
          Object.entries(fields)
            .map(([k, v]) => `${k}=${encodeURIComponent(v.toWellFormed())}`)
            .join('&'),
        ),
      oddText.map(
        (text) => `--b\r\nContent-Disposition: form-data; name="email"\r\n\r\n${text}\r\n--b--`,
      ),
      fc.string({unit: 'binary', maxLength: 60}),
    )
    const address = fc.oneof(
      fc.constant('/login'),
      oddText.map((text) => `/login?origin=${encodeURIComponent(text.toWellFormed())}&sid=x`),
      oddText.map((text) => `/sign-in/${encodeURIComponent(text.toWellFormed()) || 'x'}`),
    )
    const property = fc.asyncProperty(form, types, address, async (body, type, path) => {
      await fuzzed.attempt({path, body, headers: {'content-type': type, accept: 'text/html'}})
    })
    await fc.assert(property, times(60))
  })
})
