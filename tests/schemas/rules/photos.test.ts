// What the form says about photos: credit, description, rights, the file itself.
import {describe, expect, it} from 'vitest'
import {
  ARTICLE,
  markersOf,
  others,
  PHOTO,
  picture,
  reference,
  saysAt,
  stored,
  like,
} from '../support.ts'

const photo = (changes: Record<string, unknown>) => ({...PHOTO, ...changes})
const about = (path: string, changes: Record<string, unknown>) => saysAt(path, photo(changes))

describe('the credit', () => {
  it.each([undefined, '', '   '])('is required, and %j is none', async (creditLine) => {
    expect(await about('creditLine', {creditLine})).toEqual(like(/^error: Who is credited\?/))
  })

  it.each([
    '© Sankei by Yasuto Tanaka',
    '©The Ministry of Defense Joint Staff Office',
    '（©産経）',
  ])('is taken as it was supplied: %s', async (creditLine) =>
    expect(await about('creditLine', {creditLine})).toEqual([]),
  )
})

describe('the description', () => {
  it('is required unless the picture is decorative', async () => {
    expect(await about('alt', {alt: ' '})).toEqual(like(/^error: Say what the picture shows/))
    expect(await about('alt', {alt: undefined, decorative: true})).toEqual([])
    expect(await about('alt', {alt: undefined, decorative: false})).toEqual(like(/^error/))
  })

  it('ends at 1000 characters', async () => {
    expect(await about('alt', {alt: 'x'.repeat(1000)})).toEqual([])
    expect(await about('alt', {alt: 'x'.repeat(1001)})).toEqual([
      'error: A description has at most 1000 characters; this has 1001.',
    ])
  })
})

it('a caption is warned about at 601 characters and refused at 1001', async () => {
  expect(await about('caption', {caption: 'x'.repeat(600)})).toEqual([])
  expect(await about('caption', {caption: 'x'.repeat(601)})).toEqual(like(/^warning/))
  expect(await about('caption', {caption: 'x'.repeat(1001)})).toEqual(like(/^warning/, /^error/))
})

it('a caption of its own, in one article, has the same lengths', async () => {
  const use = (length: number) => ({
    ...ARTICLE,
    leadPhoto: {_type: 'photoUse', photo: reference('photo-1'), caption: 'x'.repeat(length)},
  })
  const about = (length: number) => saysAt('leadPhoto.caption', use(length), others(ARTICLE))
  expect(await about(600)).toEqual([])
  expect(await about(601)).toEqual(like(/^warning/))
  expect(await about(1001)).toEqual(like(/^warning/, /^error/))
})

describe('the picture', () => {
  it('is there', async () => {
    expect(await about('image', {image: undefined})).toEqual(['error: Upload a picture.'])
    expect(await about('image', {image: {_type: 'image'}})).toEqual(['error: Upload a picture.'])
  })

  it('is 460 pixels wide at least, or looks blurred', async () => {
    expect(await about('image', {image: picture('a', 460)})).toEqual([])
    expect(await about('image', {image: picture('a', 459)})).toEqual([
      'warning: The picture is only 459 pixels wide and will look blurred; 460 or more are needed.',
    ])
  })
})

describe('one photo document per picture', () => {
  const first = stored(photo({_id: 'first'}), '2024-01-01T00:00:00Z')
  const second = photo({_id: 'drafts.second'})

  it('refuses the second one and names the first', async () => {
    const said = await markersOf(second, [first])
    expect(said).toMatchObject([
      {
        level: 'error',
        path: 'image',
        code: 'custom.one-photo-per-asset',
        details: {photoId: 'first'},
        message: expect.stringContaining(
          '“A press conference in Beijing on March 4. — © Sankei by Yasuto Tanaka”',
        ),
      },
    ])
  })

  it('finds a colleague’s draft too', async () => {
    const draft = {...first, _id: 'drafts.first'}
    expect(await saysAt('image', second, [draft])).toEqual(like(/^error: This picture is already/))
  })

  it('never refuses the first one, nor its own draft or version', async () => {
    const later = stored(photo({_id: 'second'}), '2024-12-01T00:00:00Z')
    for (const _id of ['first', 'drafts.first', 'versions.r1.first'])
      expect(await saysAt('image', photo({_id}), [first, later])).toEqual([])
  })

  it('takes another picture', async () => {
    const other = stored(photo({_id: 'first', image: picture('def')}), '2024-01-01T00:00:00Z')
    expect(await saysAt('image', second, [other])).toEqual([])
  })
})

describe('rights', () => {
  const rights = (changes: Record<string, unknown>) => ({
    rights: {...(PHOTO['rights'] as object), ...changes},
  })

  it('end after they begin', async () => {
    const from = {validFrom: '2024-03-04T00:00:00Z'}
    const path = 'rights.validUntil'
    expect(await about(path, rights({...from, validUntil: '2024-03-03T00:00:00Z'}))).toEqual([
      'error: The rights end before they begin.',
    ])
    expect(await about(path, rights({...from, validUntil: '2025-03-04T00:00:00Z'}))).toEqual([])
    expect(await about(path, rights({validUntil: '2024-03-03T00:00:00Z'}))).toEqual([])
  })

  it('that were denied can be recorded, and publishing that is possible', async () => {
    expect(await about('rights.clearance', rights({clearance: 'denied'}))).toEqual(like(/^warning/))
    expect(await about('rights.clearance', rights({clearance: 'unchecked'}))).toEqual([])
    expect(await about('rights.clearance', rights({clearance: 'maybe'}))).toEqual(like(/^error/))
  })

  it('stand on some ground', async () => {
    expect(await about('rights.category', rights({category: undefined}))).toEqual(like(/^warning/))
    expect(await about('rights.category', rights({category: 'found'}))).toEqual(like(/^error/))
  })
})

it('how the picture was made is a code of the IPTC vocabulary', async () => {
  const path = 'digitalSourceType'
  expect(await about(path, {digitalSourceType: 'trainedAlgorithmicMedia'})).toEqual([])
  expect(await about(path, {digitalSourceType: 'photoshopped'})).toEqual(like(/^error/))
  expect(await about(path, {digitalSourceType: undefined})).toEqual(like(/^info/))
})

it.each([
  ['2022', []],
  ['2022-12', []],
  ['2022-12-31', []],
  ['December 2022', [/^error/]],
  ['2022-13', [/^error/]],
  ['2023-02-31', [/^error/]],
  ['31.12.2022', [/^error/]],
])('the date taken may be as exact as it is known: %s', async (dateTaken, said) => {
  expect(await about('dateTaken', {dateTaken})).toEqual(like(...said))
})
