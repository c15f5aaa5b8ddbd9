// Requests of the studio and @sanity/client for history, over HTTP.
import {applyPatch} from 'mendoza'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {START, startLake, type Role, type TestLake} from '../support/lake.ts'

const HISTORY = '/v2025-02-19/data/history/production'

let lake: TestLake
beforeAll(async () => {
  lake = await startLake()
})
afterAll(() => lake.close())

interface Line {
  id: string
  author: string
  timestamp: string
  documentIDs: string[]
  mutations?: object[]
  effects?: Record<string, {apply: unknown[]; revert: unknown[]}>
}

const get = (path: string, role: Role | 'importer' | null = 'editor'): Promise<Response> =>
  lake.fetch(HISTORY + path, {
    headers: role === null ? {} : {authorization: `Bearer ${lake.token(role)}`},
  })

async function linesOf(path: string, role: Role | 'importer' = 'editor'): Promise<Line[]> {
  const response = await get(path, role)
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toContain('ndjson')
  const text = await response.text()
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line)
}

async function json<T>(path: string, role: Role | 'importer' = 'editor'): Promise<T> {
  const response = await get(path, role)
  expect(response.status).toBe(200)
  return (await response.json()) as T
}

interface Answer {
  documents: {_id: string; _rev: string; [field: string]: unknown}[]
  omitted: {id: string; reason: string}[]
}
const documentsOf = (path: string, role?: Role | 'importer') =>
  json<Answer>(`/documents${path}`, role)

interface Events {
  events: Record<string, {type: string; [member: string]: unknown}[]>
  nextCursor: string
}
const eventsOf = (path: string, role?: Role) => json<Events>(`/events/documents${path}`, role)

/** Writes with its own transaction ID, a second later. */
async function write(
  transactionId: string,
  mutations: object[],
  role: Role | 'importer' = 'editor',
) {
  lake.setTime(lake.now() + 1_000)
  await lake.client(role).mutate(mutations as never, {transactionId, visibility: 'sync'})
}

async function act(transactionId: string, actions: object[]) {
  lake.setTime(lake.now() + 1_000)
  await lake.client('editor').action(actions as never, {transactionId})
}

const edit = (id: string, title: string) => ({
  actionType: 'sanity.action.document.edit',
  draftId: `drafts.${id}`,
  publishedId: id,
  patch: {set: {title}},
})
const create = (id: string, title: string) => ({
  actionType: 'sanity.action.document.create',
  publishedId: id,
  attributes: {_id: `drafts.${id}`, _type: 'topic', title},
  ifExists: 'fail',
})
const publish = (id: string) => ({
  actionType: 'sanity.action.document.publish',
  draftId: `drafts.${id}`,
  publishedId: id,
})

describe('documents at a revision', () => {
  it('have their content and revision of that time', async () => {
    await act('r1', [create('harbour', 'Harbor')])
    await act('r2', [edit('harbour', 'Harbour')])
    await act('r3', [publish('harbour')])
    const {documents} = await documentsOf('/harbour,drafts.harbour?revision=r1')
    expect(documents).toMatchObject([{_id: 'drafts.harbour', _rev: 'r1', title: 'Harbor'}])
    // An older request of the studio asks for both and uses the one with the revision.
    const later = await documentsOf('/harbour,drafts.harbour?revision=r3')
    expect(later).toMatchObject({
      documents: [{_id: 'harbour', _rev: 'r3', title: 'Harbour'}],
      omitted: [{id: 'drafts.harbour', reason: 'existence'}],
    })
    const between = await documentsOf('/drafts.harbour?revision=r2')
    expect(between.documents).toMatchObject([{_rev: 'r2', title: 'Harbour'}])
  })

  it('are available for a time, and as they were last', async () => {
    lake.setTime(START + 100_000)
    await act('t1', [create('tides', 'Ebb')])
    await act('t2', [edit('tides', 'Flow')])
    const at = (seconds: number) => new Date(START + 100_000 + seconds * 1_000).toISOString()
    const {documents} = await documentsOf(`/drafts.tides?time=${at(1)}`)
    expect(documents).toMatchObject([{title: 'Ebb', _rev: 't1'}])
    expect((await documentsOf(`/drafts.tides?time=${at(0)}`)).documents).toEqual([])
    await act('t3', [{actionType: 'sanity.action.document.discard', draftId: 'drafts.tides'}])
    const last = await documentsOf('/tides,drafts.tides?lastRevision=true')
    expect(last.documents).toMatchObject([{_id: 'drafts.tides', title: 'Flow', _rev: 't2'}])
    expect((await documentsOf('/drafts.tides')).documents).toEqual([])
  })

  it.each([
    '/documents/a?revision=r1&time=2026-11-25T10:00:00Z',
    '/documents/a?revision=r1&lastRevision=true',
    '/documents/a?time=yesterday',
    '/transactions/a?limit=0',
    '/transactions/a?limit=-1',
    '/transactions/a?limit=ten',
    '/transactions/a?fromTime=once',
    '/transactions/a?effectFormat=xml',
    '/events/documents/a?limit=x',
    '/events/documents/a?nextCursor=x',
  ])('refuse %s', async (path) => {
    const response = await get(path)
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({error: {type: 'historyError'}})
  })

  it('need an existing dataset', async () => {
    const response = await lake.fetch('/v2025-02-19/data/history/other/documents/a', {
      headers: {authorization: `Bearer ${lake.token('editor')}`},
    })
    expect(response.status).toBe(404)
  })
})

describe('transactions', () => {
  const all = '?excludeContent=true&effectFormat=mendoza&includeIdentifiedDocumentsOnly=true'

  beforeAll(async () => {
    await act('x1', [create('ferry', 'A')])
    for (const n of [2, 3, 4, 5]) await act(`x${n}`, [edit('ferry', `A${n}`)])
    await act('x6', [publish('ferry'), create('quay', 'Q')])
  })

  const ids = async (query: string) =>
    (await linesOf(`/transactions/drafts.ferry${all}${query}`)).map(({id}) => id)

  it('are sent one a line, oldest first, with patches from one revision to the next', async () => {
    const lines = await linesOf(`/transactions/ferry,drafts.ferry${all}`)
    expect(lines.map(({id}) => id)).toEqual(['x1', 'x2', 'x3', 'x4', 'x5', 'x6'])
    let document: object | null = null
    for (const {id, effects} of lines) {
      document = applyPatch(document, effects?.['drafts.ferry']?.apply as never) as object | null
      const found = (await documentsOf(`/drafts.ferry?revision=${id}`)).documents[0]
      const {_rev: revision, ...content} = found ?? {_rev: undefined}
      expect(document).toEqual(found ? content : null)
      expect(revision).toBe(found ? id : undefined)
    }
    expect(lines[1]).toMatchObject({
      documentIDs: ['drafts.ferry'],
      timestamp: expect.stringMatching(/^2026-/),
      mutations: [{patch: {id: 'drafts.ferry', set: {title: 'A2'}}}],
    })
    // They are small: reviewers see the author of each character.
    expect(JSON.stringify(lines[2]?.effects).length).toBeLessThan(300)
  })

  it('are sent for the given range, both ends included', async () => {
    expect(await ids('&fromTransaction=x3')).toEqual(['x3', 'x4', 'x5', 'x6'])
    expect(await ids('&fromTransaction=x2&toTransaction=x4')).toEqual(['x2', 'x3', 'x4'])
    expect(await ids('&fromTransaction=x2&limit=2')).toEqual(['x2', 'x3'])
    expect(await ids('&fromTransaction=&limit=1')).toEqual(['x1'])
    expect(await ids('&reverse=true&limit=2')).toEqual(['x6', 'x5'])
    expect(await ids('&reverse=true&toTransaction=x3')).toEqual(['x3', 'x2', 'x1'])
    const times = (await linesOf(`/transactions/drafts.ferry${all}`)).map((line) => line.timestamp)
    expect(await ids(`&fromTime=${times[1]}&toTime=${times[2]}`)).toEqual(['x2', 'x3'])
    expect(await ids('&authors=nobody')).toEqual([])
  })

  it('include other documents unless only the named ones are requested', async () => {
    const [line] = await linesOf('/transactions/ferry?effectFormat=mendoza&excludeMutations=true')
    expect(line?.documentIDs.toSorted()).toEqual(['drafts.ferry', 'drafts.quay', 'ferry'])
    expect(Object.keys(line?.effects ?? {}).toSorted()).toEqual(line?.documentIDs.toSorted())
    expect(line).not.toHaveProperty('mutations')
    const [named] = await linesOf(`/transactions/ferry${all}`)
    expect(named?.documentIDs).toEqual(['ferry'])
    expect(Object.keys(named?.effects ?? {})).toEqual(['ferry'])
  })

  it('refuse an unknown start', async () => {
    const response = await get(`/transactions/ferry${all}&fromTransaction=never`)
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({error: {type: 'transactionNotFound'}})
  })

  it('are empty for an unknown document', async () => {
    expect(await linesOf(`/transactions/never${all}`)).toEqual([])
  })
})

describe('events', () => {
  const types = async (id: string) =>
    (await eventsOf(`/${id}?limit=100`)).events[id]?.map(({type}) => type)

  it('describe a document’s life for its draft and for the published document', async () => {
    await act('e1', [create('lock', 'L')])
    await act('e2', [edit('lock', 'Lock')])
    await act('e3', [publish('lock')])
    await act('e4', [edit('lock', 'Lock 2')])
    await act('e5', [{actionType: 'sanity.action.document.discard', draftId: 'drafts.lock'}])
    await act('e6', [
      {
        actionType: 'sanity.action.document.unpublish',
        draftId: 'drafts.lock',
        publishedId: 'lock',
      },
    ])
    await act('e7', [
      {
        actionType: 'sanity.action.document.delete',
        publishedId: 'lock',
        includeDrafts: ['drafts.lock'],
      },
    ])
    const author = (await linesOf('/transactions/drafts.lock'))[0]?.author
    const base = {documentId: 'lock', author}
    const version = {...base, versionId: 'drafts.lock'}
    expect((await eventsOf('/drafts.lock')).events['drafts.lock']).toMatchObject([
      {type: 'deleteDocumentGroup', ...base},
      {type: 'unpublishDocument', ...version, versionRevisionId: 'e6'},
      {type: 'deleteDocumentVersion', ...version, versionRevisionId: 'e5'},
      {type: 'createDocumentVersion', ...version, versionRevisionId: 'e4'},
      {
        type: 'publishDocumentVersion',
        ...version,
        versionRevisionId: 'e2',
        revisionId: 'e3',
        publishCause: 'document.publish',
        contributors: [author],
      },
      {type: 'createDocumentVersion', ...version, versionRevisionId: 'e1'},
    ])
    expect((await eventsOf('/lock')).events['lock']).toMatchObject([
      {type: 'unpublishDocument', ...version, versionRevisionId: 'e6'},
      {type: 'publishDocumentVersion', ...version, revisionId: 'e3'},
    ])
  })

  it('include writes without a draft', async () => {
    await write('l1', [{create: {_id: 'live', _type: 'topic', title: 'A'}}])
    await write('l2', [{patch: {id: 'live', set: {title: 'B'}}}])
    await write('l3', [{delete: {id: 'live'}}])
    expect((await eventsOf('/live')).events['live']).toMatchObject([
      {type: 'deleteDocumentGroup'},
      {type: 'updateLiveDocument', revisionId: 'l2'},
      {type: 'createLiveDocument', revisionId: 'l1'},
    ])
  })

  it('end a document with its last draft', async () => {
    await act('d1', [create('sketch', 'S')])
    await act('d2', [{actionType: 'sanity.action.document.discard', draftId: 'drafts.sketch'}])
    expect(await types('drafts.sketch')).toEqual(['deleteDocumentGroup', 'createDocumentVersion'])
  })

  it('are sent in pages', async () => {
    for (let n = 1; n <= 5; n++)
      await write(`p${n}`, [{createOrReplace: {_id: 'pier', _type: 'topic', n}}])
    const seen: unknown[] = []
    let cursor = ''
    for (let page = 1; ; page++) {
      const {events, nextCursor} = await eventsOf(`/pier?limit=2&nextCursor=${cursor}`)
      seen.push(...(events['pier'] ?? []).map(({revisionId}) => revisionId))
      if (!nextCursor) {
        expect(page).toBe(3)
        break
      }
      cursor = nextCursor
    }
    expect(seen).toEqual(['p5', 'p4', 'p3', 'p2', 'p1'])
  })

  it('do not exist for a release', async () => {
    expect(await json('/events/releases/summer?limit=10')).toEqual({events: [], nextCursor: ''})
  })
})

describe('a person who reads history', () => {
  const paths = (id: string) => [
    `/documents/${id}?lastRevision=true`,
    `/transactions/${id}?effectFormat=mendoza`,
    `/events/documents/${id}`,
  ]

  beforeAll(async () => {
    await write('s1', [{create: {_id: 'town', _type: 'topic', title: 'Town'}}])
  })

  it('needs an account', async () => {
    for (const path of [...paths('town'), '/events/releases/r']) {
      const response = await get(path, null)
      expect(response.status).toBe(401)
    }
  })

  it('cannot be a front end with the rights of a reader', async () => {
    for (const path of [...paths('town'), '/events/releases/r']) {
      const authorization = `Bearer ${lake.readerToken()}`
      expect((await lake.fetch(HISTORY + path, {headers: {authorization}})).status).toBe(403)
    }
  })

  it('can be a journalist or an editor', async () => {
    expect((await documentsOf('/town?revision=s1', undefined)).documents).toHaveLength(1)
    const journalist = await json<Answer>('/documents/town?revision=s1', 'journalist')
    expect(journalist.documents).toHaveLength(1)
  })

  it('must be allowed to read the document now', async () => {
    const secret = {_id: 'private.source.s', _type: 'privateSource', phone: '555'}
    await write('s2', [{create: secret}], 'importer')
    await write('s3', [{patch: {id: secret._id, set: {phone: '556'}}}], 'importer')
    await write('s4', [{delete: {id: secret._id}}], 'importer')
    for (const path of [...paths(secret._id), `/documents/${secret._id}?revision=s2`]) {
      expect(await (await get(path, 'editor')).text()).toContain('s')
      const text = await (await get(path, 'developer')).text()
      expect(text).not.toContain('55')
      expect(text).not.toContain('Version')
      expect(text).not.toContain('Live')
    }
    expect(await documentsOf(`/${secret._id}?revision=s2`, 'developer')).toEqual({
      documents: [],
      omitted: [{id: secret._id, reason: 'permission'}],
    })
  })

  it('must be allowed to read the document now, also if it was private then', async () => {
    // Overwritten by the importer. Its type was confidential before.
    await write('w1', [{create: {_id: 'x', _type: 'privateSource', phone: '777'}}], 'importer')
    await write('w2', [{patch: {id: 'x', set: {phone: '778'}}}], 'importer')
    await write('w3', [{createOrReplace: {_id: 'x', _type: 'topic', title: 'Open'}}], 'importer')
    await write('w4', [{patch: {id: 'x', set: {title: 'Opened'}}}], 'importer')
    const seen = await documentsOf('/x?revision=w4', 'developer')
    expect(seen.documents).toMatchObject([{title: 'Opened'}])
    expect((await documentsOf('/x?revision=w3', 'developer')).documents).toHaveLength(1)
    for (const revision of ['w1', 'w2']) {
      expect(await documentsOf(`/x?revision=${revision}`, 'developer')).toEqual({
        documents: [],
        omitted: [{id: 'x', reason: 'permission'}],
      })
    }
    const lines = await linesOf('/transactions/x?effectFormat=mendoza', 'developer')
    // The patch that reverts w3 contains the confidential text.
    expect(lines.map(({id}) => id)).toEqual(['w4'])
    expect(JSON.stringify(lines)).not.toContain('77')
    const {events} = await eventsOf('/x', 'developer')
    expect(events['x']).toMatchObject([{revisionId: 'w4'}])
    expect(await linesOf('/transactions/x?effectFormat=mendoza', 'editor')).toHaveLength(4)
  })

  it('learns nothing from a transaction of another document', async () => {
    await write(
      'o1',
      [
        {create: {_id: 'open', _type: 'topic', title: 'Open'}},
        {create: {_id: 'private.photo.p', _type: 'privatePhoto', note: '999'}},
      ],
      'importer',
    )
    const [line] = await linesOf('/transactions/open?effectFormat=mendoza', 'developer')
    expect(line?.documentIDs).toEqual(['open'])
    expect(JSON.stringify(line)).not.toContain('999')
    const [editors] = await linesOf('/transactions/open?effectFormat=mendoza', 'editor')
    expect(editors?.documentIDs).toEqual(['open', 'private.photo.p'])
  })

  it('can read history of embargoed articles that they may read', async () => {
    const embargo = {until: '2027-01-01T00:00:00.000Z'}
    await write('m1', [{create: {_id: 'm', _type: 'topic', title: 'M', embargo}}], 'importer')
    expect((await documentsOf('/m?revision=m1', 'developer')).documents).toHaveLength(1)
    expect((await get('/documents/m?revision=m1', null)).status).toBe(401)
  })

  it('gets responses that no disk stores', async () => {
    for (const path of paths('town')) {
      expect((await get(path)).headers.get('cache-control')).toBe('private, no-store')
    }
  })
})
