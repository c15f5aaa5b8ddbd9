// One credit everywhere: the credit in the uploaded file is the same, character by character, at
// each stop.
import {readFileSync} from 'node:fs'
import ExifReader from 'exifreader'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {
  creditInFile,
  goldenFiles,
  LAKE_STOPS,
  publishGolden,
  type Golden,
} from '../support/golden-credit.ts'
import {startLake, type TestLake} from '../support/lake.ts'
import {edit, ok, openDesk, publish, type Desk} from '../support/piece.ts'
import {MACHINE_STOPS} from '../site/formats/golden-stops.ts'

const STOPS = Object.entries({...LAKE_STOPS, ...MACHINE_STOPS})
const FILES = goldenFiles()

let lake: TestLake
let desk: Desk
const golden = new Map<string, Golden>()
beforeAll(async () => {
  lake = await startLake()
  desk = await openDesk(lake)
  for (const [index, file] of FILES.entries()) {
    golden.set(file.name, await publishGolden(desk, file, `golden-${index}`))
  }
}, 60_000)
afterAll(() => lake.close())

const of = (name: string): Golden => golden.get(name)!
const pictureOf = async ({url}: Golden, query = '?w=320', init?: RequestInit) =>
  await fetch(url + query, init)

it('Credits have accents, full-width characters and characters that markup escapes', () => {
  const all = FILES.map(({creditLine}) => creditLine).join()
  for (const part of [/Ångström-Núñez/, /（©港湾新報　/u, /Ｙａｓｕｔｏ　/u, /[&<>“]/, /𠮷/u]) {
    expect(all).toMatch(part)
  }
  expect(STOPS.length).toBeGreaterThanOrEqual(8)
})

describe.each(FILES)('The credit of $name', ({name, creditLine}) => {
  it.each(STOPS)('is the same at this stop: %s', async (_, credits) => {
    const found = await credits(of(name))
    expect(found.length).toBeGreaterThan(0)
    for (const credit of found) expect(credit).toBe(creditLine)
  })
})

describe('A picture’s credit', () => {
  it('is written with creator, notice, licence, terms and how the picture was made', async () => {
    const {xmp} = ExifReader.load(await (await pictureOf(of('everything.jpg'))).arrayBuffer(), {
      expanded: true,
    }) as {xmp: Record<string, any>}
    expect(xmp['creator'].description).toBe('Tomas Ardley')
    expect(xmp['rights'].description).toBe('© 2026 The Harbour Courier')
    expect(xmp['WebStatement'].value).toBe('https://harbour-courier.example/licence')
    expect(xmp['Licensor'].description).toContain('https://harbour-courier.example/buy/1234')
    expect(xmp['UsageTerms'].description).toBe('Not for advertising. Ask before cropping.')
    expect(xmp['DigitalSourceType'].value).toBe(
      'http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture',
    )
    // Caption, alternative text, place and date of the file are shown only by the page.
    expect(JSON.stringify(xmp)).not.toMatch(/Ostrey|lit windows|2026-11-20/)
  })

  it('is in no picture before its photo is published', async () => {
    const [file] = FILES
    const bytes = Buffer.concat([file!.bytes, Buffer.from('another file')])
    const {_id, url} = await lake.client('journalist').assets.upload('image', bytes)
    const image = {_type: 'image', asset: {_type: 'reference', _ref: _id}}
    await ok(
      desk.mutate(desk.journalist, [
        {
          create: {
            _id: 'drafts.unpublished',
            _type: 'photoWithCredit',
            image,
            creditLine: '© Nobody knows yet',
          },
        },
      ]),
    )
    for (const query of ['', '?w=320', '?w=100&fm=webp']) {
      const response = await fetch(url + query)
      expect(response.status).toBe(200)
      expect(response.headers.get('cache-control')).toMatch(/^public, max-age=60,/)
      expect(creditInFile(await response.arrayBuffer())).toBeUndefined()
    }
  })

  it('changes at the same address when it is amended', async () => {
    const photo = of('accents.jpg')
    const before = await pictureOf(photo)
    const etag = before.headers.get('etag')!
    expect(before.headers.get('cache-control')).toMatch(/^public, max-age=3600,/)
    const unchanged = {headers: {'if-none-match': etag}}
    expect((await pictureOf(photo, '?w=320', unchanged)).status).toBe(304)

    await edit(desk, desk.journalist, photo.photoId, {creditLine: '© Zoë Ångström／三経'})
    // A draft does not change the credit.
    expect((await pictureOf(photo, '?w=320', unchanged)).status).toBe(304)
    await ok(
      desk.act(desk.photoEditor, {
        act: 'amend',
        documentId: photo.photoId,
        amendments: {[photo.slug]: {type: 'correction', readerNote: 'The credit was wrong.'}},
        ifContentHash: desk.hash(photo.photoId),
      } as never),
    )
    const after = await pictureOf(photo, '?w=320', unchanged)
    expect(after.status).toBe(200)
    expect(after.headers.get('etag')).not.toBe(etag)
    expect(creditInFile(await after.arrayBuffer())).toBe('© Zoë Ångström／三経')
  })

  it('is unchanged in the original, with the position that nothing else shows', async () => {
    const bytes = readFileSync(new URL('../fixtures/photos/exif-gps.jpg', import.meta.url))
    const {_id, url} = await lake.client('journalist').assets.upload('image', bytes)
    const image = {_type: 'image', asset: {_type: 'reference', _ref: _id}}
    await publish(desk, 'positioned', {photo: {image, creditLine: '© Maren Oakley'}})
    const position = (picture: ArrayBuffer) => ExifReader.load(picture, {expanded: true}).gps
    for (const query of ['', '?w=320', '?w=100&fm=webp', '?w=90&fm=png', '?w=80&fm=avif']) {
      const picture = await (await fetch(url + query)).arrayBuffer()
      expect(creditInFile(picture)).toBe('© Maren Oakley')
      expect(position(picture)).toBeUndefined()
    }
    const headers = {authorization: `Bearer ${lake.token('editor')}`}
    const original = await (await fetch(`${url}?dlRaw=true`, {headers})).arrayBuffer()
    expect(Buffer.from(original).equals(bytes)).toBe(true)
    expect(position(original)?.Latitude).toBeCloseTo(57.33, 1)
  })
})
