// Requests of Sanity's command line besides content, over HTTP.
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {startLake, type TestLake} from '../support/lake.ts'

let lake: TestLake
beforeAll(async () => void (lake = await startLake()))
afterAll(() => lake.close())

const ask = async (method: string, path: string, token?: string): Promise<Response> =>
  await lake.fetch(path, {method, headers: token ? {authorization: `Bearer ${token}`} : {}})

describe('differences of this lake', () => {
  it.each([
    ['PUT', '/datasets/production/copy', 'Export the dataset, create a new one'],
    ['PUT', '/aliases/~staging', 'no aliases'],
    ['GET', '/projects/copydesk/datasets/production/backups', 'by a command on the data folder'],
    ['GET', '/access/project/copydesk/robots', 'Tokens'],
    ['POST', '/projects/copydesk/cors', 'origins'],
    ['GET', '/invitations/project/copydesk', 'People are invited'],
    ['GET', '/projects/copydesk/datasets/production/backups/b1', 'by a command on the data folder'],
    ['POST', '/access/robots/me/rotate', 'Tokens'],
    ['GET', '/access/project/copydesk/roles', 'Tokens'],
    ['PATCH', '/projects/copydesk', 'one project'],
    ['GET', '/organizations', 'one project without an organization'],
    ['PUT', '/projects/copydesk/datasets/production/schemas', 'stores no schema'],
    ['GET', '/projects/copydesk/datasets/production/schemas/s1', 'stores no schema'],
    ['POST', '/user-applications', 'This server itself serves the studio'],
    ['GET', '/apis/graphql', 'no GraphQL'],
    ['PUT', '/apis/graphql/production/default', 'no GraphQL'],
    ['POST', '/assets/images/production/from-url', 'Send the file itself'],
  ])('%s %s gets an explanation', async (method, path, how) => {
    const address = `/v2025-02-19${path}`
    expect((await ask(method, address)).status).toBe(401)
    const refused = await ask(method, address, lake.token('administrator'))
    expect(refused.status).toBe(403)
    const {error} = (await refused.json()) as {error: {type: string; description: string}}
    expect(error.type).toBe('notOffered')
    expect(error.description).toContain(how)
    expect(lake.lake.services.unknownEndpoints.entries()).toEqual([])
  })

  it('has no copies of datasets, and says so if one is followed', async () => {
    const copies = '/v2025-09-16/projects/copydesk/datasets/copy'
    expect((await ask('GET', copies)).status).toBe(401)
    expect(await (await ask('GET', copies, lake.token('editor'))).json()).toEqual([])
    // Followed without a token. After an error it would be requested endlessly.
    const followed = await ask('GET', '/v2025-09-16/jobs/j1/listen')
    expect(followed.headers.get('content-type')).toContain('text/event-stream')
    expect(await followed.text()).toMatch(/^event: channel_error\ndata: .*no such job/)
  })

  it('has no aliases to list', async () => {
    const response = await ask('GET', '/v2025-02-19/aliases', lake.token('editor'))
    expect(await response.json()).toEqual([])
  })
})

it('accepts two slashes before the version, and nowhere else', async () => {
  const token = lake.token('editor')
  const twice = await ask('GET', '//v2024-01-29/data/query/production?query=1', token)
  expect(await twice.json()).toMatchObject({result: 1})
  expect((await ask('GET', '//video', token)).status).toBe(404)
})
