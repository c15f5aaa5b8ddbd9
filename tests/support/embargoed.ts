// A newsroom with one open article and one under embargo, as an importer brings them in.
import sharp from 'sharp'
import type {TestLake} from './lake.ts'

const reference = (_ref: string, _weak = false) => ({
  _type: 'reference',
  _ref,
  ...(_weak && {_weak}),
})
const keyed = (_key: string, fields: object) => ({_key, ...fields})
const quote = (source: string, text: string) => ({
  text,
  kind: 'direct',
  terms: 'onRecord',
  attribution: 'said a person',
  speakers: [keyed('s', {source: reference(source)})],
})
const article = (photos: string[], quotes: string[]) => ({
  _type: 'article',
  leadPhoto: {_type: 'photoUse', photo: reference(photos[0]!)},
  body: [
    ...photos.slice(1).map((id) => keyed(id, {_type: 'photoUse', photo: reference(id)})),
    ...quotes.map((id) => keyed(id, {_type: 'quoteUse', quote: reference(id)})),
  ],
})

/** By the name of their place: what only the article under embargo brings along. */
export const HELD = {
  article: 'held',
  'lead photo': 'held-lead',
  'body photo': 'held-body',
  quote: 'held-quote',
  'source of the quote': 'held-source',
  correction: 'correction-held-1',
}
/** What readers see all the time; the article under embargo uses some of it. */
export const OPEN = ['correction-open-1', 'open', 'open-photo', 'open-quote', 'open-source']

/** The mutations of the import; `assets` by the id of the photo that shows them. */
function mutationsOf(until: string, assets: Record<string, string>): object[] {
  const photo = (_id: string) => ({
    _id,
    _type: 'photoWithCredit',
    image: {_type: 'image', asset: reference(assets[_id]!)},
    caption: `Caption of ${_id}`,
    alt: 'A harbour',
    creditLine: '© Courier',
  })
  const about = (id: string) => ({
    _id: `correction-${id}-1`,
    _type: 'correction',
    article: reference(id, true),
    number: 1,
    type: 'correction',
    readerNote: `A correction of ${id}`,
  })
  const documents = [
    {
      _id: 'held',
      headline: 'Under embargo',
      embargo: {until},
      ...article(['held-lead', 'held-body', 'open-photo'], ['held-quote', 'open-quote']),
    },
    photo('held-lead'),
    photo('held-body'),
    {_id: 'held-quote', _type: 'expertQuote', ...quote('held-source', 'Words under embargo')},
    {_id: 'held-source', _type: 'source', kind: 'person', name: 'A source under embargo'},
    about('held'),
    {
      _id: 'open',
      headline: 'For everybody',
      related: [keyed('r', reference('held', true))],
      ...article(['open-photo'], ['open-quote']),
    },
    photo('open-photo'),
    {_id: 'open-quote', _type: 'expertQuote', ...quote('open-source', 'Words for everybody')},
    {_id: 'open-source', _type: 'source', kind: 'person', name: 'A source for everybody'},
    about('open'),
  ]
  return documents.map((document) => ({create: document}))
}

/** Pictures of different colours, as asset ids by photo. */
async function uploadPictures(
  lake: TestLake,
  photos: readonly string[],
): Promise<Record<string, string>> {
  const assets: Record<string, string> = {}
  for (const [index, photo] of photos.entries()) {
    const background = {r: 40 * (index + 1), g: 90, b: 90}
    const create = {width: 8, height: 6, channels: 3 as const, background}
    const bytes = await sharp({create}).png().toBuffer()
    const {_id} = await lake.client('importer').assets.upload('image', bytes)
    assets[photo] = _id
  }
  return assets
}

/** Imports it in one transaction, with an importer's token; answers asset ids by photo. */
export async function importEmbargoed(
  lake: TestLake,
  until: number,
): Promise<Record<string, string>> {
  const assets = await uploadPictures(lake, ['held-lead', 'held-body', 'open-photo'])
  const status = await mutate(lake, mutationsOf(new Date(until).toISOString(), assets))
  if (status !== 200) throw new Error(`The import was answered ${status}.`)
  return assets
}

/** As an importer; answers the status. */
export async function mutate(lake: TestLake, mutations: object[]): Promise<number> {
  const response = await lake.fetch('/v2025-02-19/data/mutate/production', {
    method: 'POST',
    headers: {authorization: `Bearer ${lake.token('importer')}`},
    body: JSON.stringify({mutations}),
  })
  return response.status
}
