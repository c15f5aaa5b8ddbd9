// Pictures that are made to be costly: each is refused with a reason, and others do not wait long.
import {writeFile} from 'node:fs/promises'
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {createDecoder, type Decoder} from '../../src/assets/decoder.ts'
import {flatPicture, HOSTILE_DRAWINGS} from './hostile-pictures.ts'
import {bytesOf, dataset, errorOf, halves, openWorld, type World} from './world.ts'

let decoder: Decoder
let world: World
/** The largest number of pictures in work at the same time. */
let most = 0

beforeEach(async () => {
  decoder = createDecoder({drawingSeconds: 1, photoSeconds: 20})
  most = 0
  let now = 0
  const counted = async <T>(work: Promise<T>): Promise<T> => {
    most = Math.max(most, ++now)
    return work.finally(() => now--)
  }
  world = await openWorld({
    decoder: {
      examine: (request) => counted(decoder.examine(request)),
      render: (request) => counted(decoder.render(request)),
      close: () => decoder.close(),
    },
  })
})
afterEach(async () => {
  await decoder.close()
  await world.close()
})

const svg = (content: string): Buffer =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40">${content}</svg>`)

/** Puts other bytes in the place of a stored original, as if they had been there for long. */
async function replaceOriginal(path: unknown, bytes: Uint8Array): Promise<void> {
  await writeFile(await world.assets.store.locate(dataset, String(path).split('/').at(-1)!), bytes)
}

describe('a hostile drawing', () => {
  it('is refused at upload, whatever makes it costly', async () => {
    const refusals = Object.entries(HOSTILE_DRAWINGS).map(async ([name, bytes]) => {
      expect(bytes.length, name).toBeLessThan(13_000)
      const response = await world.upload('images', bytes)
      expect(response.status, name).toBe(400)
      const {type, description} = await errorOf(response)
      expect(type).toBe('invalidImage')
      expect(description, name).toMatch(
        /^This SVG picture (takes longer than 1 second to read|is too complicated)\. Remove filters and effects from it, or export it as PNG, then upload it again\.$/,
      )
    })
    await Promise.all(refusals)
    expect(world.documents()).toEqual([])
    expect(await world.files()).toEqual([])
  })

  it('frees its slot: waiting uploads and renditions are answered', async () => {
    const {path} = await world.picture(await halves(60, 30).png().toBuffer())
    const hostile = [HOSTILE_DRAWINGS.turbulence, HOSTILE_DRAWINGS.convolution]
    const refused = hostile.map((bytes) => world.upload('images', bytes))
    const others = [
      world.upload('images', svg('<rect width="9" height="9"/>')),
      world.upload('images', await halves(40, 30).jpeg().toBuffer()),
      world.get(`/${path}?w=20`),
    ]
    for (const response of await Promise.all(refused)) expect(response.status).toBe(400)
    for (const response of await Promise.all(others)) expect(response.status).toBe(200)
    expect(most).toBe(2)
  })

  it('that is already stored is tried three times, whatever sizes are requested', async () => {
    const plain = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>'
    const {path} = await world.picture(Buffer.from(plain))
    await replaceOriginal(
      path,
      HOSTILE_DRAWINGS['a small drawing that is costly once it is enlarged'],
    )
    let tried = 0
    const {render} = decoder
    decoder.render = (request) => {
      tried++
      return render(request)
    }
    const answers = await Promise.all(
      Array.from({length: 12}, (_, n) => world.get(`/${path}?w=${1000 + n}`)),
    )
    for (const response of answers) {
      expect(response.status).toBe(400)
      expect(await errorOf(response)).toMatchObject({type: 'invalidImageParameter'})
    }
    // Two at a time: the fourth had begun when the third ended.
    expect(tried).toBeLessThanOrEqual(4)
  })
})

describe('a picture that needs too much memory', () => {
  it('is refused at upload', async () => {
    await decoder.close()
    decoder = createDecoder({memoryMb: 120})
    const bytes = await flatPicture(2400, 'avif')
    expect(bytes.length).toBeLessThan(10_000)
    const response = await world.upload('images', bytes)
    expect(response.status).toBe(400)
    expect((await errorOf(response)).description).toBe(
      'This AVIF picture needs too much memory to be read. Scale it down or export it as JPEG, then upload it again.',
    )
    expect((await world.upload('images', await flatPicture(50, 'avif'))).status).toBe(200)
  })
})

describe('a decoder', () => {
  it('that is closed answers running and later requests with 503', async () => {
    const running = world.upload('images', HOSTILE_DRAWINGS.turbulence)
    const waiting = [1, 2, 3].map(() => world.upload('images', HOSTILE_DRAWINGS.morphology))
    await expect.poll(() => most).toBe(2)
    await decoder.close()
    for (const response of await Promise.all([running, ...waiting])) {
      expect(response.status).toBe(503)
    }
    expect((await world.upload('images', await halves(8, 8).png().toBuffer())).status).toBe(503)
  })
})

describe('a drawing with references to other files', () => {
  const requests: string[] = []
  const server = createServer((request, response) => {
    requests.push(request.url ?? '')
    response.end()
  })
  beforeEach(() => new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve)))
  afterEach(() => new Promise((resolve) => void server.close(resolve)))

  it('loads nothing from the network and no file of this machine', async () => {
    const {port} = server.address() as AddressInfo
    const away = `http://127.0.0.1:${port}`
    await writeFile(`${world.folder}/secret.png`, await halves(60, 40).png().toBuffer())
    await writeFile(`${world.folder}/secret.svg`, svg('<rect id="r" width="60" height="40"/>'))
    const file = `file://${world.folder}`
    const images = [
      `${away}/a.png`,
      `${file}/secret.png`,
      `${world.folder}/secret.png`,
      'secret.png',
    ]
    const elsewhere = `
      <?xml-stylesheet href="${away}/a.css"?>
      <style>@import url("${away}/b.css"); @import url("${file}/secret.svg");</style>
      ${images.map((href) => `<image href="${href}" width="60" height="40"/>`).join('')}
      <use href="${file}/secret.svg#r"/><use href="${away}/c.svg#r"/>
      <rect width="60" height="40" fill="url(${file}/secret.svg#r)"/>
      <xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="${file}/secret.svg"/>
      <text y="20"><xi:include xmlns:xi="http://www.w3.org/2001/XInclude" parse="text" href="/etc/passwd"/></text>`
    const shown = '<circle r="9"/>'
    const plain = await world.picture(svg(shown))
    const referring = await world.picture(svg(shown + elsewhere))
    const pixels = async (path: unknown) => bytesOf(await world.get(`/${String(path)}?w=120`))
    expect(await pixels(referring.path)).toEqual(await pixels(plain.path))
    expect(requests).toEqual([])
  })
})
