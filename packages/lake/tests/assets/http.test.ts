// Over a real port, as browsers, curl and @sanity/client come.
import {once} from 'node:events'
import type {AddressInfo} from 'node:net'
import {serve, type ServerType} from '@hono/node-server'
import {createClient} from '@sanity/client'
import {createImageUrlBuilder} from '@sanity/image-url'
import {afterEach, beforeEach, expect, it} from 'vitest'
import {dataset, halves, openWorld, phonePhoto, sha1, sizeOf, type World} from './world.ts'

let world: World
let server: ServerType
let address: string
beforeEach(async () => {
  world = await openWorld({limits: {maxBytes: 4_000_000}})
  server = serve({fetch: world.app.fetch, port: 0, hostname: '127.0.0.1'})
  if (!server.listening) await once(server, 'listening')
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(async () => {
  const closed = new Promise((resolve) => server.close(resolve))
  // Idle connections are kept for some seconds otherwise.
  if ('closeAllConnections' in server) server.closeAllConnections()
  await closed
  await world.close()
})

const client = () =>
  createClient({
    projectId: 'copydesk',
    dataset,
    apiHost: address,
    useProjectHostname: false,
    useCdn: false,
    apiVersion: '2025-02-19',
    headers: {'x-actor': 'journalist'},
  })

it('the real client uploads a picture and image-url addresses it', async () => {
  const bytes = await phonePhoto()
  const document = await client().assets.upload('image', bytes, {
    filename: 'harbour.jpg',
    contentType: 'image/jpeg',
    extract: ['lqip', 'palette', 'location'],
    creditLine: '© Harbour Courier',
    source: {id: '7', name: 'wire', url: 'https://wire.test/7'},
  })
  expect(document).toMatchObject({
    sha1hash: sha1(bytes),
    originalFilename: 'harbour.jpg',
    creditLine: '© Harbour Courier',
    source: {id: '7', name: 'wire'},
    metadata: {dimensions: {width: 200, height: 400}},
  })
  const baseUrl = address
  const url = createImageUrlBuilder({projectId: 'copydesk', dataset, baseUrl})
    .image({
      asset: {_ref: document._id},
      crop: {left: 0.5, right: 0, top: 0, bottom: 0},
      hotspot: {x: 0.7, y: 0.5, width: 0.2, height: 0.2},
    })
    .width(50)
    .height(50)
    .dpr(2)
    .url()
  expect(url).toMatch(/rect=\d/)
  expect(await sizeOf(await fetch(url))).toEqual([100, 100])
})

it('the real client shows the reason of a refusal', async () => {
  const upload = client().assets.upload('image', Buffer.from('plain text'), {filename: 'a.jpg'})
  await expect(upload).rejects.toThrow(/not a picture/)
})

it('a refusal arrives while megabytes are still being sent, and the server continues', async () => {
  const large = new Uint8Array(8_000_000)
  const post = (kind: string, as: string) =>
    fetch(`${address}/v1/assets/${kind}/${dataset}`, {
      method: 'POST',
      body: large,
      headers: {'x-actor': as},
    })
  expect((await post('images', 'proofreader')).status).toBe(403)
  expect((await post('files', 'journalist')).status).toBe(413)
  expect(await world.files()).toEqual([])
  const {path} = await world.picture(await halves(40, 20).jpeg().toBuffer())
  expect((await fetch(`${address}/${path}?w=20`)).status).toBe(200)
})

it('a reader who disconnects during a download harms nobody', async () => {
  const body = new Uint8Array(3_000_000).fill(7)
  const response = await world.upload('files', body)
  const {document} = (await response.json()) as {document: {path: string}}
  const controller = new AbortController()
  const download = await fetch(`${address}/${document.path}`, {signal: controller.signal})
  await download.body!.getReader().read()
  controller.abort()
  const whole = await fetch(`${address}/${document.path}`)
  expect(sha1(new Uint8Array(await whole.arrayBuffer()))).toBe(sha1(body))
})

it('a path outside the folder reaches nothing, in any spelling', async () => {
  for (const file of [
    '..%2f..%2flake.sqlite',
    '%2e%2e/%2e%2e/lake.sqlite',
    '..%5c..%5clake.sqlite',
  ]) {
    const response = await fetch(`${address}/images/copydesk/${dataset}/${file}`)
    expect(response.status).toBe(404)
  }
})
