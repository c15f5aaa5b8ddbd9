// Photos whose credit is followed from the uploaded file to each place where readers and machines find
// it. A stop is one such place: a new one exports its stops, and `golden-credit.test.ts` calls them.
import {readFileSync} from 'node:fs'
import {createClient} from '@sanity/client'
import ExifReader from 'exifreader'
import {ARTICLE_BY_SLUG_QUERY} from '../../queries/articles.ts'
import {photoFieldsFromTags} from '../../studio/data/photos/photo-fields-from-tags.ts'
import {readTags} from '../../studio/data/photos/tags.ts'
import type {TestLake} from './lake.ts'
import {fresh, publish, ref, type Desk, type Fields} from './piece.ts'

const fixtures = new URL('../fixtures/', import.meta.url)
const pictures = JSON.parse(readFileSync(new URL('pictures.json', fixtures), 'utf8')) as {
  file: string
  expected: {creditLine?: string} | null
}[]

export interface GoldenFile {
  name: string
  bytes: Uint8Array
  /** The metadata in the file, to the byte. */
  creditLine: string
}

/** One that has gone the whole way: uploaded, its form filled from the file, published. */
export interface Golden extends GoldenFile {
  lake: TestLake
  assetId: string
  /** Address of the picture, without parameters. */
  url: string
  photoId: string
  /** Of the article that shows the photo, at its head and in its text. */
  slug: string
}

/** Finds each credit that is there, all of them the photo's: at least one. */
export type Stop = (golden: Golden) => Promise<unknown[]>

const FILES = [
  'accents.jpg',
  'every-script.jpg',
  'full-width.jpg',
  'full-width-institution.jpg',
  'everything.jpg',
  'iim-only.jpg',
  'iim-latin1.jpg',
  'xmp-only.jpg',
]

function fixture(name: string): GoldenFile {
  const creditLine = pictures.find(({file}) => file === name)?.expected?.creditLine
  if (!creditLine) throw new Error(`${name} has no credit in pictures.json.`)
  return {name, bytes: readFileSync(new URL(`photos/${name}`, fixtures)), creditLine}
}

/** The files that are followed. */
export const goldenFiles = (): GoldenFile[] => FILES.map(fixture)

/** As the form is filled: by the studio's own reading of the file. */
async function fieldsOf(bytes: Uint8Array): Promise<Fields> {
  const {statements} = photoFieldsFromTags(await readTags(new Uint8Array(bytes).buffer))
  const plain = statements.filter(({field}) => !field.includes('.'))
  return Object.fromEntries(plain.map(({field, value}) => [field, value]))
}

/** Brings a file all the way to the readers, in an article of its own. */
export async function publishGolden(desk: Desk, file: GoldenFile, slug: string): Promise<Golden> {
  const {lake} = desk
  const {_id: assetId, url} = await lake
    .client('journalist')
    .assets.upload('image', Buffer.from(file.bytes), {filename: file.name})
  const photoId = `${slug}-photo`
  const use = {_type: 'photoUse', photo: fresh(photoId, 'photoWithCredit')}
  await publish(desk, slug, {
    photo: {
      caption: 'A ferry',
      ...(await fieldsOf(file.bytes)),
      image: {_type: 'image', asset: ref(assetId)},
    },
    article: {
      slug: {_type: 'slug', current: slug},
      leadPhoto: use,
      body: [
        {_key: 't', _type: 'block', children: [{_key: 'c', _type: 'span', text: 'Words.'}]},
        {_key: 'p', ...use, role: 'inline'},
      ],
    },
  })
  return {...file, lake, assetId, url, photoId, slug}
}

/** `photoshop:Credit` of a picture, as another program reads it. */
export function creditInFile(bytes: ArrayBuffer): unknown {
  return ExifReader.load(bytes, {expanded: true}).xmp?.['Credit']?.value
}

const RENDITIONS = {
  'the plain picture': '',
  'a rendition': '?w=320',
  'a WebP of half the size': '?w=160&auto=format',
  'a PNG': '?w=80&fm=png',
  'an AVIF, cut': '?rect=10,10,100,100&fm=avif',
}

/** What the lake and the studio have a hand in. */
export const LAKE_STOPS: Record<string, Stop> = {
  'the form, filled from the file': async ({bytes}) => [(await fieldsOf(bytes))['creditLine']],
  'the photo’s document': async ({lake, photoId}) => [
    lake.lake.services.documents.get('production', photoId)?.['creditLine'],
  ],
  async 'the answer of the API'({lake, slug}) {
    const client = createClient({...lake.client().config(), perspective: 'published'})
    const article: any = await client.fetch(ARTICLE_BY_SLUG_QUERY, {slug})
    const inText = article.body.find(({_type}: {_type: string}) => _type === 'photoUse')
    return [article.leadPhoto.photo.creditLine, inText.photo.creditLine]
  },
  ...Object.fromEntries(
    Object.entries(RENDITIONS).map(([name, query]): [string, Stop] => [
      `XMP of ${name}`,
      async ({url}) => {
        const response = await fetch(url + query, {headers: {accept: 'image/webp,*/*'}})
        return [creditInFile(await response.arrayBuffer())]
      },
    ]),
  ),
}
