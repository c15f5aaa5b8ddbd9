// An attempt to write an unreadable document reveals neither its content nor its revision nor its
// existence.
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {startLake, type Role, type TestLake} from '../support/lake.ts'

const SECRET = 'It stands in the draft alone'
let lake: TestLake

beforeAll(async () => {
  lake = await startLake()
  const editor = lake.client('editor')
  await editor.create({_id: 'drafts.hidden', _type: 'article', headline: SECRET})
  await editor.create({_id: 'private.source.hidden', _type: 'privateSource', phone: SECRET})
})
afterAll(() => lake.close())

async function send(path: 'mutate' | 'actions', body: object, role?: Role) {
  const response = await lake.fetch(
    `/v2025-02-19/data/${path}/production?returnDocuments=true&returnIds=true`,
    {
      method: 'POST',
      body: JSON.stringify(body),
      ...(role ? {headers: {authorization: `Bearer ${lake.token(role)}`}} : {}),
    },
  )
  return {status: response.status, body: await response.text()}
}
const mutate = (mutation: object, role?: Role) => send('mutate', {mutations: [mutation]}, role)
const act = (action: object, role?: Role) => send('actions', {actions: [action]}, role)

/** One attempt on an existing document and on a missing one. */
const ATTEMPTS: [string, (id: string, role?: Role) => Promise<{status: number; body: string}>][] = [
  ['create', (id, role) => mutate({create: {_id: id, _type: 'article'}}, role)],
  [
    'createIfNotExists',
    (id, role) => mutate({createIfNotExists: {_id: id, _type: 'article'}}, role),
  ],
  ['createOrReplace', (id, role) => mutate({createOrReplace: {_id: id, _type: 'article'}}, role)],
  ['patch', (id, role) => mutate({patch: {id, set: {headline: 'x'}}}, role)],
  ['patch with a revision', (id, role) => mutate({patch: {id, ifRevisionID: 'no', set: {}}}, role)],
  ['delete', (id, role) => mutate({delete: {id}}, role)],
  [
    'a draft where there is none yet',
    (id, role) =>
      act(
        {
          actionType: 'sanity.action.document.create',
          publishedId: id.replace('drafts.', ''),
          attributes: {_id: id.startsWith('drafts.') ? id : `drafts.${id}`, _type: 'article'},
          ifExists: 'ignore',
        },
        role,
      ),
  ],
  [
    'a discarded draft',
    (id, role) => act({actionType: 'sanity.action.document.discard', draftId: id}, role),
  ],
]
/** Both refusals have the same text, except for the ID. */
const anonymized = ({status, body}: {status: number; body: string}) => ({
  status,
  body: body.replaceAll(/hidden|absent/g, '…'),
})

describe('an anonymous reader', () => {
  it.each(ATTEMPTS)('learns nothing from %s', async (_name, attempt) => {
    const there = await attempt('drafts.hidden')
    expect(there.status).toBe(401)
    expect(JSON.parse(there.body)).toMatchObject({errorCode: 'SIO-401-ANF'})
    expect(anonymized(await attempt('drafts.absent'))).toEqual(anonymized(there))
  })

  it('learns nothing of transactions either', async () => {
    const {_rev} = (await lake.client('editor').getDocument('drafts.hidden'))!
    const body = {mutations: [{delete: {id: 'x'}}]}
    const known = await send('mutate', {...body, transactionId: _rev})
    expect(known.status).toBe(401)
    expect(await send('mutate', {...body, transactionId: 'unknown'})).toEqual(known)
  })
})

describe('a developer', () => {
  it.each(ATTEMPTS)('learns nothing of private documents from %s', async (_name, attempt) => {
    const there = await attempt('private.source.hidden', 'developer')
    expect([400, 403]).toContain(there.status)
    expect(anonymized(await attempt('private.source.absent', 'developer'))).toEqual(
      anonymized(there),
    )
  })
})

describe('a dry run', () => {
  it('shows nobody a document that they may not read', async () => {
    const response = await lake.fetch(
      '/v2025-02-19/data/mutate/production?dryRun=true&returnDocuments=true',
      {
        method: 'POST',
        headers: {authorization: `Bearer ${lake.token('developer')}`},
        body: JSON.stringify({
          mutations: [{createIfNotExists: {_id: 'private.source.hidden', _type: 'x'}}],
        }),
      },
    )
    expect(response.status).toBe(403)
    expect(await response.text()).not.toContain(SECRET)
  })
})
