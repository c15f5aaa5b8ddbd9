import {readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {photoFieldsFromTags} from '../../../../studio/data/photos/photo-fields-from-tags.ts'
import {readTags} from '../../../../studio/data/photos/tags.ts'

const fixtures = new URL('../../../fixtures/', import.meta.url)
const pictures = JSON.parse(readFileSync(new URL('pictures.json', fixtures), 'utf8')) as {
  file: string
  expected: Record<string, string> | null
}[]

async function reading(file: string) {
  const bytes = new Uint8Array(readFileSync(new URL(`photos/${file}`, fixtures)))
  return photoFieldsFromTags(await readTags(bytes.buffer))
}
const fieldsOf = async (file: string) =>
  Object.fromEntries((await reading(file)).statements.map(({field, value}) => [field, value]))
const tagOf = async (file: string, field: string) =>
  (await reading(file)).statements.find((statement) => statement.field === field)?.sourceTag

const text = (description: string) => ({description})

const DIRECT = [
  'caption',
  'alt',
  'creditLine',
  'creator',
  'creatorTitle',
  'copyrightNotice',
  'copyrightHolder',
  'licenseUrl',
  'acquireUrl',
  'usageTerms',
  'dateTaken',
]

describe('every picture of the fixtures', () => {
  const readable = pictures.filter(({expected}) => expected && Object.keys(expected).length > 0)

  test('some of them have metadata', () => {
    expect(readable.length).toBeGreaterThan(8)
  })

  test.each(readable)('$file has its known metadata', async ({file, expected}) => {
    const wanted = Object.fromEntries(
      Object.entries(expected ?? {}).filter(([field]) => DIRECT.includes(field)),
    )
    expect(await fieldsOf(file)).toMatchObject(wanted)
  })

  test.each(pictures.filter(({expected}) => !expected || Object.keys(expected).length === 0))(
    '$file has no metadata, and causes no error',
    async ({file}) => {
      expect(await reading(file)).toEqual({statements: [], confidential: {}})
    },
  )
})

describe('nothing is invented', () => {
  test('an institution’s credit gives a holder, a suggestion of a handout, and no creator', async () => {
    const fields = await fieldsOf('institution-only.jpg')
    expect(fields).toMatchObject({
      copyrightHolder: 'The Ministry of Tides Joint Press Office',
      'rights.category': 'handout',
    })
    expect(fields).not.toHaveProperty('creator')
  })

  test('a credit with a creator suggests no handout', async () => {
    expect(await fieldsOf('holder-and-creator.jpg')).not.toHaveProperty('rights.category')
  })

  test('a file with a holder only gets no credit from its copyright notice', () => {
    const {statements} = photoFieldsFromTags({exif: {Copyright: text('(C) Corran Harbour')}})
    expect(statements.map(({field}) => field)).toEqual(['copyrightNotice', 'copyrightHolder'])
    expect(statements[1]?.sourceTag).toBe('read from the copyright notice')
  })
})

describe('the printed credit names creator and holder if the file has both', () => {
  test('a file without a credit gets one of them', async () => {
    expect(await fieldsOf('exif-only.jpg')).toMatchObject({
      creditLine: 'Maren Oakley / Corran Harbour Authority',
      creator: 'Maren Oakley',
      copyrightHolder: 'Corran Harbour Authority',
    })
    expect(await tagOf('exif-only.jpg', 'creditLine')).toBe(
      'EXIF Artist and read from the copyright notice',
    )
  })

  test.each([
    ['the holder only', 'Sankei', 'Yasuto Tanaka / Sankei'],
    ['the creator only', 'Yasuto  TANAKA', 'Yasuto Tanaka / Sankei'],
    ['a distributor', 'Kyodo via Getty', 'Yasuto Tanaka / Kyodo via Getty'],
    ['both', '© Sankei by Yasuto Tanaka', '© Sankei by Yasuto Tanaka'],
    ['the creator and a distributor', 'Yasuto Tanaka / Kyodo', 'Yasuto Tanaka / Kyodo'],
  ])('of a credit that names %s', (_, credit, printed) => {
    const tags = {
      xmp: {
        Credit: text(credit),
        creator: text('Yasuto Tanaka'),
        CopyrightOwner: {value: [{CopyrightOwnerName: text('Sankei')}]},
      },
    }
    const {statements} = photoFieldsFromTags(tags)
    expect(statements.find(({field}) => field === 'creditLine')?.value).toBe(printed)
  })

  test('a photographer who holds the rights is named once', () => {
    const tags = {exif: {Artist: text('Ada Crane'), Copyright: text('© 2026 Ada Crane')}}
    const {statements} = photoFieldsFromTags(tags)
    expect(statements.some(({field}) => field === 'creditLine')).toBe(false)
  })
})

describe('the place in the file', () => {
  test('XMP comes before IIM', async () => {
    expect(await tagOf('xmp-and-iim-differ.jpg', 'creditLine')).toBe('photoshop:Credit')
  })

  test('IIM is named by its record and dataset', async () => {
    expect(await tagOf('iim-only.jpg', 'creator')).toBe('IIM 2:80')
    expect(await tagOf('iim-only.jpg', 'creditLine')).toBe('IIM 2:110')
  })

  test('EXIF comes last', async () => {
    expect(await tagOf('exif-only.jpg', 'caption')).toBe('EXIF ImageDescription')
  })
})

test('a position is confidential and not in a public field', async () => {
  const {statements, confidential} = await reading('exif-gps.jpg')
  expect(confidential.position?.lat).toBeCloseTo(57.3333, 3)
  expect(confidential.position?.lng).toBeCloseTo(-4.25, 3)
  expect(JSON.stringify(statements)).not.toMatch(/57\.|4\.25/)
})

describe('tags', () => {
  test('the camera’s own text is not taken as a caption', () => {
    const tags = {exif: {ImageDescription: text('OLYMPUS DIGITAL CAMERA'), Copyright: text('  ')}}
    expect(photoFieldsFromTags(tags).statements).toEqual([])
  })

  test('of several languages the default is taken, of several people all', () => {
    const tags = {
      xmp: {
        description: {
          value: [
            {value: 'Un bac', description: 'Un bac', attributes: {lang: 'fr'}},
            {value: 'A ferry', description: 'A ferry', attributes: {lang: 'x-default'}},
          ],
        },
        creator: {
          value: [
            {value: 'A', description: 'A', attributes: {}},
            {value: 'B', description: 'B', attributes: {}},
          ],
        },
      },
      iptc: {'By-line': [text('C'), text('D')]},
    }
    expect(photoFieldsFromTags(tags).statements.map(({value}) => value)).toEqual([
      'A, B',
      'A ferry',
    ])
  })

  test('a repeated IIM by-line names everybody', () => {
    const tags = {iptc: {'By-line': [text('C'), text('D')]}}
    expect(photoFieldsFromTags(tags).statements[0]?.value).toBe('C, D')
  })

  test('only web addresses become links', () => {
    const tags = {xmp: {WebStatement: text('javascript:alert(1)'), LicensorURL: text('ask us')}}
    expect(photoFieldsFromTags(tags).statements).toEqual([])
  })

  test('instructions and job numbers are confidential', () => {
    const tags = {
      iptc: {
        'Special Instructions': text('Not in Norway'),
        'Original Transmission Reference': text('HC-12'),
      },
    }
    expect(photoFieldsFromTags(tags)).toEqual({
      statements: [],
      confidential: {restrictions: 'Not in Norway', supplierReference: 'HC-12'},
    })
  })
})
