// Documents against the compiled schema, as the studio and the command line validate them.
import {validateDocument, validateDocumentWithWorkspace} from '@sanity/validation'
import {evaluate, parse} from 'groq-js'
import {createSchema, type SanityDocument} from 'sanity'
import {expect} from 'vitest'
import {documentTypes, schemaTypes} from '../../schemas/index.ts'

export const schema = createSchema({name: 'copydesk', types: schemaTypes})

/** Records that only the newsroom sees, each type with the beginning of its IDs. */
export const RECORD_IDS = {
  review: 'review.',
  override: 'override.',
  ledgerEntry: 'ledger.',
  pieceSnapshot: 'snapshot.',
  notification: 'notification.',
  previewLink: 'link.',
  previewRemark: 'remark.',
}

export const privateTypes = documentTypes.filter(({name}) => name.startsWith('private'))
export const publicTypes = documentTypes.filter(
  ({name}) => !name.startsWith('private') && !(name in RECORD_IDS),
)

type Doc = {_id: string; _type: string} & Record<string, unknown>

const AT = '2024-03-04T00:00:00Z'

/** As stored: what a document is validated against may be given in the order in which it was made. */
export function stored(document: Doc, _createdAt = AT): SanityDocument {
  return {_rev: 'r', _updatedAt: AT, _createdAt, ...document}
}

/** A client that evaluates each query over these documents. */
function clientOver(documents: SanityDocument[], queries: string[] = []) {
  const client = {
    fetch: async (query: string, params: Record<string, unknown> = {}) => {
      queries.push(query)
      return (await evaluate(parse(query, {params}), {dataset: documents, params})).get()
    },
    getDataUrl: (operation: string, path: string) => `/${operation}/${path}`,
    observable: {},
    withConfig: () => client,
  }
  return client as any
}

/**
 * Everything that the form says about a document. As in the studio: on the command line
 * (`validateDocument`) every rule of a whole object becomes a warning without its message, because
 * @sanity/validation 6.16 adds its look-out for unknown fields to that same rule.
 * @param queries is given each query that the rules send
 */
export async function markersOf(
  document: Doc,
  others: SanityDocument[] = [],
  queries: string[] = [],
) {
  const all = [...others, stored(document)]
  const markers = await validateDocumentWithWorkspace({
    document: stored(document),
    workspace: {schema, getClient: () => clientOver(all, queries), i18n: undefined as any},
    getDocumentExists: existsIn(all),
  })
  return markers.map(({level, path, message, code, details}) => ({
    level,
    path: path.map((part) => (typeof part === 'object' ? '[]' : part)).join('.'),
    message,
    code,
    details,
  }))
}

/** Fields that the schema does not know, which only the command line looks out for. */
export async function unknownFieldsOf(document: SanityDocument) {
  const {markers} = await validateDocument({
    document,
    schema,
    client: clientOver([document]),
    getDocumentExists: async () => true,
  })
  return markers.filter(({code}) => code === 'object.unknown-field').map(({message}) => message)
}

// An asset is stored when its upload ends, so a document that refers to one finds it.
const existsIn =
  (documents: SanityDocument[]) =>
  async ({id}: {id: string}) =>
    id.startsWith('image-') || documents.some(({_id}) => _id === id)

/** What is said about one field, as `level: message`. */
export async function saysAt(path: string, document: Doc, others: SanityDocument[] = []) {
  const markers = await markersOf(document, others)
  return markers.filter((m) => m.path === path).map(({level, message}) => `${level}: ${message}`)
}

/** Texts to be equal to, or patterns to match, one by one: `toEqual(like(/^error: Who/))`. */
export const like = (...texts: (string | RegExp)[]) =>
  texts.map((text) => (typeof text === 'string' ? text : expect.stringMatching(text)))

export const reference = (_ref: string) => ({_type: 'reference', _ref})
export const picture = (sha: string, width = 2000) => ({
  _type: 'image',
  asset: reference(`image-${sha.padEnd(40, '0')}-${width}x1200-jpg`),
})

/** The documents of one small piece, each of which publishes without an error. */
export const SECTION = stored({
  _id: 'section-politics',
  _type: 'section',
  title: 'Politics',
  slug: {_type: 'slug', current: 'politics'},
})
export const TOPIC = stored({
  _id: 'topic-diplomacy',
  _type: 'topic',
  title: 'Diplomacy',
  slug: {_type: 'slug', current: 'diplomacy'},
  mediaTopic: 'medtop:20000639',
})
export const AUTHOR = stored({
  _id: 'author-d',
  _type: 'author',
  name: 'Dana Writer',
  slug: {_type: 'slug', current: 'dana-writer'},
  status: 'staff',
  bio: 'Dana Writer covers diplomacy.',
})
export const SOURCE = stored({_id: 'source-w', _type: 'source', kind: 'person', name: 'Wen Expert'})
export const PHOTO = stored({
  _id: 'photo-1',
  _type: 'photoWithCredit',
  image: picture('abc'),
  caption: 'A press conference in Beijing on March 4.',
  alt: 'A speaker behind a row of microphones.',
  creditLine: '© Sankei by Yasuto Tanaka',
  rights: {_type: 'rights', category: 'agency', clearance: 'cleared'},
  digitalSourceType: 'digitalCapture',
})
export const QUOTE = stored({
  _id: 'quote-1',
  _type: 'expertQuote',
  text: 'The priority given to growth has been reduced.',
  language: 'en',
  kind: 'direct',
  speakers: [{_key: 'a', _type: 'speaker', source: reference('source-w')}],
  attribution: 'Wen Expert, an economist',
  medium: 'interview',
  terms: 'onRecord',
  verification: {_type: 'verification', status: 'sourceMatched'},
})
export const ARTICLE = stored({
  _id: 'article-1',
  _type: 'article',
  headline: 'Why the meetings matter',
  dek: 'What to expect from the Two Sessions.',
  slug: {_type: 'slug', current: 'why-the-meetings-matter'},
  language: 'en',
  articleType: 'explainer',
  section: reference('section-politics'),
  topics: [{_key: 't', ...reference('topic-diplomacy')}],
  bylines: [{_key: 'b', _type: 'byline', author: reference('author-d'), role: 'writer'}],
  leadPhoto: {_type: 'photoUse', photo: reference('photo-1'), role: 'showcase'},
  body: [
    block('Growth is not everything.'),
    {_key: 'q', _type: 'quoteUse', quote: reference('quote-1'), display: 'block'},
  ],
  related: [{_key: 'r', ...reference('article-2')}],
})
export const SETTINGS = stored({
  _id: 'siteSettings',
  _type: 'siteSettings',
  name: 'Copydesk Daily',
  language: 'en',
  timeZone: 'Asia/Tokyo',
})
export const NEWSROOM = [SECTION, TOPIC, AUTHOR, SOURCE, PHOTO, QUOTE, ARTICLE, SETTINGS]

/** The newsroom without one document, to be validated against it. */
export const others = (document: {_id: string}) => NEWSROOM.filter(({_id}) => _id !== document._id)

export function block(text: string, style = 'normal', marks: {markDefs?: unknown[]} = {}) {
  return {
    _key: text.slice(0, 8),
    _type: 'block',
    style,
    markDefs: [],
    children: [{_key: 's', _type: 'span', text, marks: []}],
    ...marks,
  }
}
