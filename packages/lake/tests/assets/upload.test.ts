import {readFile} from 'node:fs/promises'
import {crc32, deflateSync} from 'node:zlib'
import ExifReader from 'exifreader'
import {decode, isBlurhashValid} from 'blurhash'
import sharp from 'sharp'
import {thumbHashToRGBA} from 'thumbhash'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {dataset, errorOf, halves, openWorld, origin, phonePhoto, sha1, type World} from './world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

const jpeg = () => halves(120, 80).jpeg().toBuffer()

const photo = (name: string) =>
  readFile(new URL(`../../../../tests/fixtures/photos/${name}`, import.meta.url))

/** Refused uploads leave no file, no document and no transaction. */
async function expectNothingWritten() {
  expect(world.documents()).toEqual([])
  expect(world.transactions()).toBe(0)
  expect(await world.files()).toEqual([])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}

/** A black PNG, one bit per pixel. */
function blackPng(width: number, height: number): Buffer {
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0])
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  const rows = deflateSync(Buffer.alloc((1 + width / 8) * height))
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

describe('uploading a picture', () => {
  it('returns the asset document with the fields that Sanity’s tools read', async () => {
    const bytes = await jpeg()
    const hash = sha1(bytes)
    const document = await world.picture(bytes, '?filename=harbour.jpg&title=Harbour&label=h')
    const file = `${hash}-120x80.jpg`
    expect(document).toMatchObject({
      _id: `image-${hash}-120x80-jpg`,
      _type: 'sanity.imageAsset',
      assetId: hash,
      sha1hash: hash,
      extension: 'jpg',
      mimeType: 'image/jpeg',
      size: bytes.length,
      originalFilename: 'harbour.jpg',
      title: 'Harbour',
      label: 'h',
      path: `images/copydesk/${dataset}/${file}`,
      url: `${origin}/images/copydesk/${dataset}/${file}`,
      uploadId: expect.stringMatching(/^[0-9a-f]{32}$/),
      metadata: {
        _type: 'sanity.imageMetadata',
        dimensions: {_type: 'sanity.imageDimensions', width: 120, height: 80, aspectRatio: 1.5},
        hasAlpha: false,
        isOpaque: true,
        lqip: expect.stringMatching(/^data:image\/jpeg;base64,/),
        palette: {
          _type: 'sanity.imagePalette',
          dominant: {
            _type: 'sanity.imagePaletteSwatch',
            background: expect.stringMatching(/^#[0-9a-f]{6}$/),
            foreground: expect.stringMatching(/^#(fff|000)$/),
            title: expect.stringMatching(/^#(fff|000)$/),
            population: expect.any(Number),
          },
        },
      },
    })
    expect(world.documents()).toEqual([document])
    expect(await world.files()).toEqual([file])
  })

  it('keeps the original byte for byte', async () => {
    const bytes = await phonePhoto()
    const {path} = await world.picture(bytes)
    const response = await world.get(`/${path}?dlRaw=true`, {}, 'journalist')
    expect(sha1(new Uint8Array(await response.arrayBuffer()))).toBe(sha1(bytes))
  })

  it('returns the existing document for the same bytes', async () => {
    const bytes = await jpeg()
    const first = await world.picture(bytes, '?filename=one.jpg')
    const again = await world.picture(bytes, '?filename=two.jpg')
    expect(again).toEqual(first)
    expect(world.transactions()).toBe(1)
    expect(await world.files()).toHaveLength(1)
  })

  it('makes one document of the same bytes that are sent twice at the same time', async () => {
    const bytes = await jpeg()
    const [a, b] = await Promise.all([world.picture(bytes), world.picture(bytes)])
    expect(a).toEqual(b)
    expect(world.documents()).toHaveLength(1)
  })

  it('measures a rotated picture as it is shown', async () => {
    const {metadata} = await world.picture(await phonePhoto())
    expect(metadata).toMatchObject({dimensions: {width: 200, height: 400}})
  })

  it('never writes a position into the document, whatever meta requests', async () => {
    const document = await world.picture(await phonePhoto(), '?meta=location&meta=exif')
    expect(JSON.stringify(document)).not.toMatch(/gps|latitude|location|Noor/i)
    expect(document.metadata).toMatchObject({dimensions: {width: 200}})
  })

  it('writes camera settings only on request', async () => {
    const exif = {
      IFD0: {Make: 'Acme'},
      IFD2: {FNumber: '28/10', DateTimeOriginal: '2026:11:25 10:00:00'},
    }
    const bytes = await halves(60, 40).withExif(exif).jpeg().toBuffer()
    const other = await halves(62, 40).withExif(exif).jpeg().toBuffer()
    const asked = await world.picture(bytes, '?meta=exif,lqip')
    expect(asked.metadata).toMatchObject({
      exif: {Make: 'Acme', FNumber: 2.8, DateTimeOriginal: '2026-11-25T10:00:00.000Z'},
    })
    const {metadata} = await world.picture(other)
    expect(metadata).not.toHaveProperty('exif')
  })

  it('makes placeholders in three notations', async () => {
    const {metadata} = await world.picture(await halves(120, 60).jpeg().toBuffer())
    const {lqip, blurHash, thumbHash} = metadata as Record<string, string>
    const small = Buffer.from(lqip!.split(',')[1]!, 'base64')
    expect(await sharp(small).metadata()).toMatchObject({width: 20, height: 10})
    expect(isBlurhashValid(blurHash!).result).toBe(true)
    const blurred = Buffer.from(decode(blurHash!, 20, 10))
    const thumb = thumbHashToRGBA(Buffer.from(thumbHash!, 'base64'))
    for (const {w, h, rgba} of [{w: 20, h: 10, rgba: blurred}, thumb]) {
      expect(Math.abs(w / h - 2)).toBeLessThan(0.4)
      const [left, right] = [0, w - 1].map((x) => [...rgba].slice((w * 5 + x) * 4).slice(0, 3))
      expect(left![0]! - left![2]!).toBeGreaterThan(60)
      expect(right![2]! - right![0]!).toBeGreaterThan(60)
    }
  })

  it('writes the metadata that meta names, in any notation', async () => {
    const fields = async (width: number, query: string) => {
      const bytes = await halves(width, 60).jpeg().toBuffer()
      const {metadata} = await world.picture(bytes, query)
      const given = Object.keys(metadata as object)
      return ['lqip', 'palette', 'blurHash', 'thumbHash'].filter((name) => given.includes(name))
    }
    expect(await fields(120, '')).toEqual(['lqip', 'palette', 'blurHash', 'thumbHash'])
    expect(await fields(122, '?meta=blurhash,palette')).toEqual(['palette', 'blurHash'])
    expect(await fields(124, '?meta=lqip&meta=thumbhash')).toEqual(['lqip', 'thumbHash'])
    expect(await fields(126, '?meta[]=blurhash')).toEqual(['blurHash'])
  })

  it('leaves lqip and palette out for meta=none', async () => {
    const {metadata} = await world.picture(await jpeg(), '?meta=none')
    expect(metadata).toMatchObject({dimensions: {width: 120}, isOpaque: true})
    expect(metadata).not.toHaveProperty('lqip')
    expect(metadata).not.toHaveProperty('palette')
    expect(metadata).not.toHaveProperty('blurHash')
  })

  it('distinguishes transparency from an opaque alpha channel', async () => {
    const solid = {create: {width: 30, height: 20, channels: 4 as const, background: '#123456'}}
    const opaque = await world.picture(await sharp(solid).png().toBuffer())
    expect(opaque.metadata).toMatchObject({hasAlpha: true, isOpaque: true})
    const hole = {create: {...solid.create, background: {r: 1, g: 2, b: 3, alpha: 0.5}}}
    const clear = await world.picture(await sharp(hole).png().toBuffer())
    expect(clear.metadata).toMatchObject({hasAlpha: true, isOpaque: false})
    expect(clear.metadata).toMatchObject({lqip: expect.stringMatching(/^data:image\/png/)})
  })

  it.each(['png', 'webp', 'gif', 'tiff', 'avif'] as const)('accepts %s', async (format) => {
    const bytes = await halves(64, 32).toFormat(format).toBuffer()
    const document = await world.picture(bytes)
    expect(document.mimeType).toBe(`image/${format}`)
    expect(document.metadata).toMatchObject({dimensions: {width: 64, height: 32}})
  })

  it('accepts an SVG drawing', async () => {
    const svg =
      '<?xml version="1.0"?><!-- map --><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><path d="M0 0h9v9z"/></svg>'
    const document = await world.picture(Buffer.from(svg))
    expect(document).toMatchObject({extension: 'svg', mimeType: 'image/svg+xml'})
    expect(document.metadata).toMatchObject({dimensions: {width: 40, height: 30}})
  })

  it('stores source and credit, and only the last part of a path as the name', async () => {
    const query =
      '?filename=C%3A%5Cphotos%5Ca.jpg&creditLine=%C2%A9%20X&sourceId=1&sourceName=agency&sourceUrl=https%3A%2F%2Fx.test'
    expect(await world.picture(await jpeg(), query)).toMatchObject({
      originalFilename: 'a.jpg',
      creditLine: '© X',
      source: {_type: 'sanity.assetSourceData', id: '1', name: 'agency', url: 'https://x.test'},
    })
  })
})

describe('an upload that is refused', () => {
  it.each([
    ['text named as a picture', 'just text', undefined, /not a picture/],
    ['a web page', '<!doctype html><script>1</script>', 'image/png', /web page/],
    ['a PDF', '%PDF-1.7 …', undefined, /PDF document/],
    ['HEIC', '\0\0\0\x18ftypheic\0\0\0\0mif1heic', undefined, /HEIC.*JPEG/],
    [
      'an SVG with entities',
      '<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>',
      undefined,
      /entities/,
    ],
    [
      'an SVG that is broken',
      '<svg xmlns="http://www.w3.org/2000/svg"><rect wid',
      undefined,
      /damaged/,
    ],
    ['a JPEG header and nothing more', '\xff\xd8\xff\xe0', undefined, /damaged/],
  ])('%s: 400 with a sentence', async (_, body, type, sentence) => {
    const response = await world.upload('images', Buffer.from(body, 'latin1'), type ? {type} : {})
    expect(response.status).toBe(400)
    const error = await errorOf(response)
    expect(error.type).toBe('invalidImage')
    expect(error.description).toMatch(sentence)
    await expectNothingWritten()
  })

  it('an empty body: 400', async () => {
    const response = await world.upload('images', '')
    expect(response.status).toBe(400)
    expect((await errorOf(response)).description).toMatch(/empty/)
    await expectNothingWritten()
  })

  it('a type that is not the content’s: 400 that names both', async () => {
    const response = await world.upload('images', await jpeg(), {type: 'image/png'})
    expect(response.status).toBe(400)
    expect((await errorOf(response)).description).toMatch(/image\/png.*JPEG/)
    await expectNothingWritten()
  })

  it.each([0.3, 0.9, 0.999])('a JPEG cut off after %d of it: 400', async (part) => {
    const bytes = await phonePhoto()
    const cut = bytes.subarray(0, Math.floor(bytes.length * part))
    const response = await world.upload('images', cut, {type: 'image/jpeg'})
    expect(response.status).toBe(400)
    expect((await errorOf(response)).description).toMatch(/damaged or incomplete/)
    await expectNothingWritten()
  })

  it('a decompression bomb: 400 before it is unpacked', async () => {
    // 400 million black pixels: 50 MB of zeros that fit into some 50 kB.
    const bomb = blackPng(20_000, 20_000)
    expect(bomb.length).toBeLessThan(1_000_000)
    const response = await world.upload('images', bomb)
    expect(response.status).toBe(400)
    expect((await errorOf(response)).description).toMatch(/20000 × 20000 pixels/)
    await expectNothingWritten()
  })

  it('a role that may not create assets: 403, and the body is not read', async () => {
    let pulled = 0
    const body = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          pulled++
          controller.enqueue(new Uint8Array(1024))
        },
      },
      {highWaterMark: 0},
    )
    const response = await world.upload('images', body, {as: 'proofreader'})
    expect(response.status).toBe(403)
    expect(pulled).toBe(0)
    await expectNothingWritten()
  })

  it('nobody signed in: 401 in the form that keeps what was typed', async () => {
    const response = await world.upload('images', await jpeg(), {as: null})
    expect(response.status).toBe(401)
    expect(await response.json()).toMatchObject({errorCode: 'SIO-401-ANF'})
    await expectNothingWritten()
  })

  it('another dataset: 404', async () => {
    const response = await world.app.request('/v1/assets/images/elsewhere', {
      method: 'POST',
      body: 'x',
      headers: {'x-actor': 'journalist'},
    })
    expect(response.status).toBe(404)
    await expectNothingWritten()
  })

  it('a document that a rule refuses leaves no file', async () => {
    await world.close()
    const reason = {code: 'no', severity: 'error' as const, document: '', message: 'Not today.'}
    world = await openWorld({rules: [() => ({reasons: [reason]})]})
    const response = await world.upload('images', await jpeg())
    expect(response.status).toBe(403)
    await expectNothingWritten()
  })

  it('a body that breaks off leaves nothing', async () => {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new Uint8Array([0xff, 0xd8, 0xff]))
      },
      pull(controller) {
        controller.error(new Error('connection lost'))
      },
    })
    expect((await world.upload('images', body)).status).toBe(500)
    await expectNothingWritten()
  })
})

describe('uploads that are too large', () => {
  beforeEach(async () => {
    await world.close()
    world = await openWorld({limits: {maxBytes: 1000}})
  })

  it('are refused by their announced length', async () => {
    const response = await world.app.request(`/v1/assets/files/${dataset}`, {
      method: 'POST',
      body: 'x',
      headers: {'x-actor': 'journalist', 'content-length': '1001'},
    })
    expect(response.status).toBe(413)
    await expectNothingWritten()
  })

  it('are refused while they stream, whatever they announced', async () => {
    const response = await world.upload('files', new Uint8Array(1001))
    expect(response.status).toBe(413)
    expect((await errorOf(response)).type).toBe('payloadTooLarge')
    await expectNothingWritten()
  })
})

describe('uploading a file', () => {
  it('returns a file asset, named by its content', async () => {
    const response = await world.upload('files', Buffer.from('%PDF-1.7 minutes'), {
      query: '?filename=Minutes.PDF',
    })
    const {document} = (await response.json()) as {document: Record<string, unknown>}
    const hash = sha1(Buffer.from('%PDF-1.7 minutes'))
    expect(document).toMatchObject({
      _id: `file-${hash}-pdf`,
      _type: 'sanity.fileAsset',
      mimeType: 'application/pdf',
      originalFilename: 'Minutes.PDF',
      path: `files/copydesk/${dataset}/${hash}.pdf`,
    })
    expect(await world.files()).toEqual([`${hash}.pdf`])
  })

  it('accepts unknown types as bytes', async () => {
    const response = await world.upload('files', Buffer.from('abc'), {
      query: '?filename=..%2F..%2Fetc',
    })
    const {document} = (await response.json()) as {document: Record<string, unknown>}
    expect(document).toMatchObject({extension: 'bin', mimeType: 'application/octet-stream'})
  })
})

describe('pictures as newsrooms receive them', () => {
  it.each([
    'accents.jpg',
    'alpha.png',
    'everything.jpg',
    'exif-gps.jpg',
    'full-width.jpg',
    'photo.webp',
    'script.svg',
  ])('%s is accepted and shown without its private metadata', async (name) => {
    const {path, metadata} = await world.picture(await photo(name), `?filename=${name}`)
    expect(metadata).toMatchObject({dimensions: {width: 640, height: 427}})
    const response = await world.get(`/${path}`)
    expect(response.status).toBe(200)
    const shown = ExifReader.load(Buffer.from(await response.arrayBuffer()), {expanded: true})
    expect([shown.gps, shown.iptc, shown.xmp]).toEqual([undefined, undefined, undefined])
  })

  it.each(['empty.jpg', 'text-named.jpg', 'truncated.jpg'])('%s is refused', async (name) => {
    const response = await world.upload('images', await photo(name), {query: `?filename=${name}`})
    expect(response.status).toBe(400)
    await expectNothingWritten()
  })
})
