// Every rendition of a picture has its exact credit, and no other metadata.
import ExifReader from 'exifreader'
import sharp from 'sharp'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import type {RenditionCredit} from '../../src/assets/metadata/rendition-credit.ts'
import {bytesOf, colourAt, halves, openWorld, phonePhoto, type World} from './world.ts'

const CREDIT: RenditionCredit = {
  creditLine: '（©三経　Ｙａｓｕｔｏ） Ångström & <Núñez> "Ç"',
  creator: 'Zoë Ångström-Núñez 佐藤汐里 𠮷田',
  copyrightNotice: '©三経 / Ｙａｓｕｔｏ',
  licenseUrl: 'https://courier.example/licence?a=1&b=2',
  acquireUrl: 'https://courier.example/buy/1?x="y"',
  usageTerms: 'Ask first.\nNot for advertising – never.',
  digitalSourceType: 'http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture',
}

let credit: RenditionCredit | null
let world: World
beforeEach(async () => {
  credit = CREDIT
  world = await openWorld({
    findCredit: () => credit,
  })
})
afterEach(() => world.close())

/** The credit as a program for pictures reads it, and the names of all else that is in the file. */
function readBack(bytes: Buffer): {credit: unknown; exif: Record<string, string>; else: string[]} {
  const {xmp = {}, exif = {}, gps, iptc} = ExifReader.load(bytes, {expanded: true})
  const tags = xmp as Record<string, any>
  const known = {
    creditLine: tags.Credit?.value,
    creator: tags.creator?.value[0]?.value,
    copyrightNotice: tags.rights?.value[0]?.value,
    licenseUrl: tags.WebStatement?.value,
    acquireUrl:
      tags.Licensor?.value[0]?.LicensorURL?.value ?? tags.Licensor?.value?.LicensorURL?.value,
    usageTerms: tags.UsageTerms?.value[0]?.value,
    digitalSourceType: tags.DigitalSourceType?.value,
  }
  // `about` is part of the frame: which picture the packet speaks of.
  const names = ['about', 'Credit', 'creator', 'rights', 'WebStatement', 'Licensor', 'UsageTerms']
  return {
    credit: JSON.parse(JSON.stringify(known)),
    exif: Object.fromEntries(Object.entries(exif).map(([name, tag]) => [name, String(tag.value)])),
    else: [
      ...Object.keys(tags).filter(
        (name) => ![...names, 'DigitalSourceType', '_raw'].includes(name),
      ),
      ...(gps ? ['gps'] : []),
      ...(iptc ? ['iptc'] : []),
    ],
  }
}

describe('a rendition', () => {
  it.each([
    ['', 'jpeg'],
    ['?w=60', 'jpeg'],
    ['?w=61&fm=webp', 'webp'],
    ['?w=62&fm=png', 'png'],
    ['?w=63&fm=avif', 'avif'],
    ['?auto=format&rect=0,0,50,50', 'webp'],
    ['?or=90&dl=harbour.jpg', 'jpeg'],
  ])('contains the credit and no other metadata of the file: %s', async (query, format) => {
    const {path} = await world.picture(await phonePhoto())
    const bytes = await bytesOf(await world.get(`/${path}${query}`, {accept: 'image/webp'}))
    expect((await sharp(bytes).metadata()).format).toBe(format === 'avif' ? 'heif' : format)
    const found = readBack(bytes)
    expect(found.credit).toEqual(CREDIT)
    expect(found.else).toEqual([])
    expect(bytes.toString('latin1')).not.toMatch(/Noor Haddow|Harbour Courier|Exif IFD/)
    if (format !== 'avif') expect(Object.keys(found.exif)).toContain('Artist')
    expect(
      Object.keys(found.exif).filter(
        (name) => !['Artist', 'Copyright', 'Orientation'].includes(name),
      ),
    ).toEqual([])
  })

  it.each([
    ['jpeg', 'jpeg'],
    ['png', 'png'],
    ['webp', 'webp'],
    ['gif', 'gif'],
    ['tiff', 'jpeg'],
    ['avif', 'avif'],
  ] as const)('that is a plain %s contains it, too', async (format, becomes) => {
    const exif = {
      IFD0: {Artist: 'Noor Haddow'},
      IFD3: {GPSLatitudeRef: 'N', GPSLatitude: '1/1 2/1 3/1'},
    }
    const original = await halves(60, 30).withExif(exif).toFormat(format).toBuffer()
    const {path} = await world.picture(original)
    const response = await world.get(`/${path}`)
    expect(response.headers.get('content-type')).toBe(`image/${becomes}`)
    const bytes = await bytesOf(response)
    expect(bytes.toString('latin1')).not.toMatch(/Noor Haddow/)
    const pixels = (picture: Buffer) => sharp(picture).raw().toBuffer()
    if (format === becomes && format !== 'avif') {
      expect(await pixels(bytes)).toEqual(await pixels(original))
    }
    // ExifReader does not read a GIF's packet.
    const text = bytes.toString()
    if (format === 'gif') {
      expect(text).toContain(
        '<photoshop:Credit>（©三経　Ｙａｓｕｔｏ） Ångström &amp; &lt;Núñez&gt;',
      )
    } else {
      expect(readBack(bytes)).toMatchObject({credit: CREDIT, else: []})
    }
  })

  it.each([true, false])(
    'of a WebP without room for metadata gets it without loss: %s',
    async (lossless) => {
      const clear = {r: 9, g: 99, b: 199, alpha: 0.4}
      const create = {width: 33, height: 21, channels: 4 as const, background: clear}
      const drawn = lossless ? sharp({create}) : sharp(await halves(34, 21).png().toBuffer())
      const original = await drawn.webp({lossless}).toBuffer()
      expect(original.toString('latin1', 12, 15)).toBe('VP8')
      expect(original.toString('latin1', 12, 16)).not.toBe('VP8X')
      const {path} = await world.picture(original)
      const bytes = await bytesOf(await world.get(`/${path}`))
      const [before, after] = [await sharp(original).metadata(), await sharp(bytes).metadata()]
      expect([after.width, after.height, after.hasAlpha]).toEqual([
        before.width,
        before.height,
        before.hasAlpha,
      ])
      expect(await sharp(bytes).raw().toBuffer()).toEqual(await sharp(original).raw().toBuffer())
      expect(readBack(bytes).credit).toEqual(CREDIT)
    },
  )

  it('of a rotated original is upright', async () => {
    const original = await phonePhoto()
    const {path} = await world.picture(original)
    const bytes = await bytesOf(await world.get(`/${path}`))
    expect((await sharp(bytes).metadata()).autoOrient).toEqual({width: 200, height: 400})
    const upright = await sharp(bytes).autoOrient().png().toBuffer()
    expect(await colourAt(upright, 0.5, 0.1)).toEqual(
      await colourAt(await sharp(original).autoOrient().png().toBuffer(), 0.5, 0.1),
    )
    expect(readBack(bytes).exif).toMatchObject({Orientation: '6'})
  })

  it('has the creator and the notice in EXIF in UTF-8', async () => {
    const {path} = await world.picture(await phonePhoto())
    for (const query of ['', '?w=40', '?fm=png', '?fm=webp']) {
      const bytes = await bytesOf(await world.get(`/${path}${query}`))
      expect(bytes.includes(Buffer.from(`${CREDIT.creator}\0`))).toBe(true)
      expect(bytes.includes(Buffer.from(`${CREDIT.copyrightNotice}\0`))).toBe(true)
    }
  })

  it('has only a credit line if nothing else is known', async () => {
    credit = {creditLine: '(©三経)'}
    const {path} = await world.picture(await phonePhoto())
    for (const query of ['?w=40', '?w=40&fm=png', '?w=40&fm=webp', '?w=40&fm=avif']) {
      const found = readBack(await bytesOf(await world.get(`/${path}${query}`)))
      expect(found).toEqual({credit, exif: {}, else: []})
    }
  })

  it('has no metadata without a credit', async () => {
    credit = null
    const {path} = await world.picture(await phonePhoto())
    for (const query of ['', '?w=40', '?fm=png', '?fm=webp', '?fm=avif']) {
      const found = readBack(await bytesOf(await world.get(`/${path}${query}`)))
      expect(found.credit).toEqual({})
      expect(found.else).toEqual([])
    }
  })

  it('survives a credit with characters that no file can contain', async () => {
    const long = '三'.repeat(40_000)
    credit = {
      ...CREDIT,
      creditLine: 'a\u0000b\u0008c\ud800',
      usageTerms: long,
      copyrightNotice: long,
    }
    const {path} = await world.picture(await phonePhoto())
    for (const query of ['', '?w=40', '?w=40&fm=webp', '?w=40&fm=png']) {
      const bytes = await bytesOf(await world.get(`/${path}${query}`))
      expect((await sharp(bytes).metadata()).width).toBeGreaterThan(0)
      expect(readBack(bytes).credit).toMatchObject({
        creditLine: 'abc\ufffd',
        creator: CREDIT.creator,
      })
    }
  })
})

describe('an amended credit', () => {
  let path: string
  beforeEach(async () => {
    path = String((await world.picture(await phonePhoto())).path)
  })

  it.each(['', '?w=40', '?w=40&fm=webp'])(
    'gives other bytes at the same address: %s',
    async (query) => {
      const before = await world.get(`/${path}${query}`)
      const etag = before.headers.get('etag')!
      expect((await world.get(`/${path}${query}`, {'if-none-match': etag})).status).toBe(304)
      credit = {...CREDIT, creditLine: '© Somebody else'}
      world.put({_id: 'photo', _type: 'photo'})
      const after = await world.get(`/${path}${query}`, {'if-none-match': etag})
      expect(after.status).toBe(200)
      expect(after.headers.get('etag')).not.toBe(etag)
      expect(readBack(await bytesOf(after)).credit).toMatchObject({creditLine: '© Somebody else'})
      credit = CREDIT
      world.put({_id: 'photo', _type: 'photo'})
      expect((await world.get(`/${path}${query}`)).headers.get('etag')).toBe(etag)
    },
  )

  it('appears within the time that caches may store a picture', async () => {
    const lifetime = async () => (await world.get(`/${path}?w=40`)).headers.get('cache-control')
    expect(await lifetime()).toBe('public, max-age=3600, stale-while-revalidate=86400')
    credit = null
    world.put({_id: 'photo', _type: 'photo'})
    expect(await lifetime()).toBe('public, max-age=60, stale-while-revalidate=600')
  })
})

describe('the search for a credit', () => {
  let seen: {everybody: string[]; hidden: string[]}
  beforeEach(async () => {
    await world.close()
    world = await openWorld({
      findCredit(assetId, {get, referencing}) {
        const ids = [...referencing(assetId)]
        const [id] = ids.filter((found) => get(found))
        seen = {
          everybody: ids.filter((found) => get(found)),
          hidden: ids.filter((found) => !get(found)),
        }
        return id === undefined ? null : {creditLine: id}
      },
    })
  })

  const using = (_id: string, asset: string, more = {}) =>
    world.put({_id, _type: 'photo', image: {asset: {_ref: asset}}, ...more})

  it('reads neither drafts nor private documents', async () => {
    const {path, _id} = await world.picture(await phonePhoto())
    using('drafts.one', _id)
    using('private.photo.one', _id)
    const before = readBack(await bytesOf(await world.get(`/${path}?w=40`)))
    expect(before.credit).toEqual({})
    expect(seen).toEqual({everybody: [], hidden: []})
    using('one', _id)
    const after = readBack(await bytesOf(await world.get(`/${path}?w=40`)))
    expect(after.credit).toEqual({creditLine: 'one'})
  })

  it('reads hidden documents only for a hidden picture', async () => {
    const until = new Date(world.clock.now + 60_000).toISOString()
    const {path, _id} = await world.picture(await phonePhoto())
    using('open', _id)
    using('held', _id, {embargo: {until}})
    expect(readBack(await bytesOf(await world.get(`/${path}?w=40`))).credit).toEqual({
      creditLine: 'open',
    })
    expect(seen).toEqual({everybody: ['open'], hidden: ['held']})
    using('open', 'image-of-something-else')
    expect((await world.get(`/${path}?w=40`)).status).toBe(404)
    const staff = await world.get(`/${path}?w=40`, {}, 'proofreader')
    expect(staff.headers.get('cache-control')).toMatch(/^private/)
    expect(readBack(await bytesOf(staff)).credit).toEqual({creditLine: 'held'})
    world.clock.now += 60_000
    expect(readBack(await bytesOf(await world.get(`/${path}?w=40`))).credit).toEqual({
      creditLine: 'held',
    })
  })
})
