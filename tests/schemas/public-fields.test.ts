// Anyone can read everything in a published document. So each field of each public type is named here: a
// new one fails this test until somebody has decided that readers may see it.
import type {ObjectSchemaType, SchemaType} from 'sanity'
import {expect, it} from 'vitest'
import {schemaTypes} from '../../schemas/index.ts'
import {markersOf, others, PHOTO, privateTypes, publicTypes, RECORD_IDS, schema} from './support.ts'

const PUBLIC_DOCUMENTS: Record<string, string[]> = {
  article: [
    'headline',
    'dek',
    'body',
    'leadPhoto',
    'keyPoints',
    'section',
    'kicker',
    'bylines',
    'slug',
    'articleType',
    'topics',
    'dateline',
    'language',
    'related',
    'citations',
    'translationOf',
    'embargo',
    'firstPublishedAt',
    'previousSlugs',
    'displayDate',
    'updatedNote',
    'seoHeadline',
    'seo',
  ],
  photoWithCredit: [
    'image',
    'caption',
    'alt',
    'decorative',
    'creditLine',
    'creator',
    'creatorTitle',
    'copyrightHolder',
    'copyrightNotice',
    'rights',
    'usageTerms',
    'licenseUrl',
    'acquireUrl',
    'dateTaken',
    'place',
    'people',
    'digitalSourceType',
    'confidential', // shows the private document and never holds data: see below
  ],
  expertQuote: [
    'text',
    'kind',
    'speakers',
    'attribution',
    'language',
    'original',
    'medium',
    'saidOn',
    'reportedBy',
    'provenance',
    'terms',
    'anonymityReason',
    'verification',
    'confidential', // never holds data
  ],
  source: [
    'kind',
    'name',
    'honorific',
    'affiliations',
    'expertise',
    'country',
    'confidential', // never holds data
  ],
  author: [
    'name',
    'slug',
    'jobTitle',
    'affiliation',
    'bio',
    'longBio',
    'portrait',
    'status',
    'sortName',
    'expertise',
    'languages',
    'links',
    'persistentId',
    'confidential', // never holds data
  ],
  section: ['title', 'slug', 'description', 'hue', 'order'],
  front: ['title', 'section', 'containers'],
  offFronts: ['piece'],
  topic: ['title', 'slug', 'description', 'mediaTopic'],
  series: ['title', 'slug', 'description', 'picture', 'parts'],
  storyPackage: ['title', 'description', 'main', 'sides'],
  redirect: ['from', 'to', 'address'],
  siteSettings: [
    'name',
    'strapline',
    'logo',
    'logoOnDark',
    'colour',
    'icon',
    'language',
    'timeZone',
    'policies',
    'socialLinks',
    'partners',
    'firstStepsHidden', // says nothing about the newsroom's work
  ],
  correction: [
    'article',
    'number',
    'type',
    'wrongText',
    'rightText',
    'readerNote',
    'revisionBefore',
    'revisionAfter',
    'publishedAt',
  ],
  notice: [
    'articleId',
    'subjectType',
    'slug',
    'previousSlugs',
    'headline',
    'kind',
    'readerNote',
    'at',
  ],
}

const PUBLIC_OBJECTS: Record<string, string[]> = {
  affiliation: ['organization', 'title', 'from', 'to'],
  byline: ['author', 'role', 'prefix'],
  callToAction: ['text', 'label', 'url', 'link'],
  citation: ['title', 'publication', 'url', 'publishedOn'],
  confidentialPanel: ['keptElsewhere'], // read-only, never holds data
  embargo: ['until'],
  embed: ['url', 'title'],
  factBox: ['title', 'body'],
  frontContainer: ['title', 'layout', 'slots', 'fill', 'count'],
  frontFill: ['from', 'section', 'topic', 'series'],
  frontSlot: ['piece', 'kicker', 'headline', 'dek', 'picture', 'until'],
  internalLink: ['reference'],
  keyPoints: ['title', 'points'],
  link: ['href', 'title'],
  original: ['text', 'language', 'translatedBy'],
  partner: ['name', 'url'],
  photoUse: ['photo', 'caption', 'alt', 'role'],
  policies: ['ethics', 'corrections', 'ownership'],
  provenance: ['url', 'archivedUrl', 'publication'],
  quotation: ['quote'],
  quoteUse: ['quote', 'display'],
  rights: ['category', 'cost', 'validFrom', 'validUntil', 'clearance'],
  seo: ['description', 'canonicalUrl', 'noIndex'],
  speaker: ['source', 'titleAtTime', 'affiliationAtTime'],
  verification: ['status', 'by', 'verifiedWords', 'on'],
  webLink: ['label', 'url'],
}

const PRIVATE_OBJECTS = ['contact', 'fileStatement']

const fieldsOf = (name: string) =>
  (schema.get(name) as ObjectSchemaType).fields.map((field) => field.name)

it('every field of a public document is a decided one', () => {
  // A type that a newsroom adds is its own to decide.
  const found = Object.fromEntries(
    publicTypes
      .filter(({name}) => name in PUBLIC_DOCUMENTS)
      .map(({name}) => [name, fieldsOf(name)]),
  )
  expect(found).toEqual(PUBLIC_DOCUMENTS)
})

it('every field of an object in a public document is a decided one', () => {
  const names = schemaTypes
    .filter((type) => type.type === 'object' && !PRIVATE_OBJECTS.includes(type.name))
    .map(({name}) => name)
  expect(Object.fromEntries(names.map((name) => [name, fieldsOf(name)]))).toEqual(PUBLIC_OBJECTS)
})

it('no public document can hold an object of the private ones, or refer to a private document', () => {
  const forbidden = new Set([...PRIVATE_OBJECTS, ...privateTypes.map(({name}) => name)])
  for (const {name} of publicTypes)
    expect([...reachableFrom(schema.get(name)!)].filter((type) => forbidden.has(type))).toEqual([])
})

it('a private document points at the public one, weakly, and is edited without a draft', () => {
  const subjects = privateTypes.map(({name}) => {
    const type = schema.get(name) as ObjectSchemaType & {liveEdit?: boolean}
    const subject = type.fields[0]!
    const {weak, to} = subject.type as SchemaType & {weak?: boolean; to: {name: string}[]}
    return [name, subject.name, to.map((target) => target.name).join(), weak, type.liveEdit]
  })
  expect(subjects).toEqual([
    ['privateSource', 'source', 'source', true, true],
    ['privateQuote', 'quote', 'expertQuote', true, true],
    ['privatePhoto', 'photo', 'photoWithCredit', true, true],
    ['privateAuthor', 'author', 'author', true, true],
    ['privateIntake', 'article', 'article', true, true],
  ])
})

it('the panel of the private document refuses to be filled in', async () => {
  const filled = {...PHOTO, confidential: {_type: 'confidentialPanel', keptElsewhere: 'secret'}}
  const said = await markersOf(filled, others(PHOTO))
  expect(said).toMatchObject([{level: 'error', path: 'confidential'}])
})

it.each(Object.entries(RECORD_IDS))(
  'a document of type %s is private: its id begins with %s',
  async (_type, prefix) => {
    const saidOf = async (_id: string) =>
      (await markersOf({_id, _type})).map(({level, message}) => `${level}: ${message}`)
    expect(await saidOf(`${prefix}article-1`)).toEqual([])
    expect(await saidOf('article-1')).toEqual([
      `error: The id of this document must begin with “${prefix}”, or readers could see it.`,
    ])
  },
)

it.each(['correction', 'notice'])('a %s is public: its id has no dot', async (_type) => {
  expect(await markersOf({_id: `${_type}-article-1-1`, _type})).toEqual([])
  expect(await markersOf({_id: `${_type}.article-1`, _type})).toMatchObject([{level: 'error'}])
})

it.each([...Object.keys(RECORD_IDS), 'correction', 'notice'])(
  'a %s is shown as the server wrote it, and never as a draft',
  (name) => {
    const type = schema.get(name) as ObjectSchemaType & {liveEdit?: boolean}
    expect(type.readOnly).toBe(true)
    expect(type.liveEdit).toBe(true)
  },
)

/** Names of all types that a value of this type can hold or refer to. */
function reachableFrom(type: SchemaType, seen = new Set<string>()): Set<string> {
  const {fields = [], of = [], to = []} = type as any
  const inner: SchemaType[] = [...fields.map((field: any) => field.type), ...of]
  for (const target of to) seen.add(target.name)
  for (const next of inner) {
    const fresh = !seen.has(next.name) || next.name === next.jsonType || next.name === 'reference'
    seen.add(next.name)
    if (fresh) reachableFrom(next, seen)
  }
  return seen
}
