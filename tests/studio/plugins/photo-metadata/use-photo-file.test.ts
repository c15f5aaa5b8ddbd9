// Where a photo's file is read from.
import {createClient} from '@sanity/client'
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {afterAll, beforeAll, expect, it, vi} from 'vitest'
import {originalOf} from '../../../../studio/plugins/photo-metadata/use-photo-file.ts'

const PATH = '/images/local/production/abc-640x480.jpg'
const ASSET = {_id: 'image-abc', url: `http://elsewhere.example${PATH}`}
const asked: string[] = []
const server = createServer((request, response) => {
  asked.push(request.url ?? '')
  const isAsset = request.url?.includes('/data/doc/')
  response.setHeader('content-type', isAsset ? 'application/json' : 'image/jpeg')
  response.end(isAsset ? JSON.stringify({documents: [ASSET]}) : 'the file')
})
let origin = ''

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => server.close())

it('asks the lake that the studio uses for the whole file, wherever the studio is served', async () => {
  const fetched = vi.spyOn(globalThis, 'fetch')
  const client = createClient({
    projectId: 'local',
    dataset: 'production',
    apiVersion: '2025-02-19',
    apiHost: origin,
    useProjectHostname: false,
    useCdn: false,
  })
  const bytes = await originalOf(client, ASSET._id)
  expect(Buffer.from(bytes).toString()).toBe('the file')
  expect(asked.at(-1)).toBe(`${PATH}?dlRaw=true`)
  expect(fetched.mock.lastCall?.[1]).toEqual({credentials: 'include'})
})
