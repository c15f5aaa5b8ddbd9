/** Makes documents of the sources in this folder: all that `newsroom.ndjson` holds, in its order. */
import {createHash} from 'node:crypto'
import {corrections, notices} from './corrections.ts'
import type {CorrectionSource, NoticeSource} from './corrections.ts'
import {nightFerry} from './articles/night-ferry.ts'
import {authors, sources} from './people.ts'
import type {AuthorSource, SourceSource} from './people.ts'
import {photos} from './photos.ts'
import type {PhotoSource} from './photos.ts'
import type {ArticleSource, Piece, QuoteSource} from './piece.ts'
import {packages, series} from './series.ts'
import {draftPieces, publishedPieces} from './pieces.ts'
import {LANGUAGE, sections, siteSettings, topics} from './site.ts'
import {draftReference, paragraph, photo, reference} from './text.ts'
import type {Node} from './text.ts'

export type SeedDocument = Record<string, unknown> & {_id: string; _type: string}

const weakReference = (_ref: string): Node => ({_type: 'reference', _ref, _weak: true})
const slug = (current: string) => ({_type: 'slug', current})

/** Sources that exist as drafts only: a strong reference to one would not be accepted. */
const draftSources = new Set(sources.filter(({draft}) => draft).map(({id}) => id))

const draftOf = (document: SeedDocument): SeedDocument => ({
  ...document,
  _id: `drafts.${document._id}`,
})

/** What is private has a document of its own with a dotted id, which points at the public one. */
function confidential(
  kind: 'source' | 'quote' | 'photo',
  id: string,
  fields: Record<string, unknown> | undefined,
): SeedDocument[] {
  if (!fields) return []
  const _type = {source: 'privateSource', quote: 'privateQuote', photo: 'privatePhoto'}[kind]
  return [{_id: `private.${kind}.${id}`, _type, [kind]: weakReference(id), ...fields}]
}

function articleDocument({id, ...article}: ArticleSource): SeedDocument {
  return {
    ...article,
    _id: id,
    _type: 'article',
    language: LANGUAGE,
    slug: slug(article.slug),
    section: reference(article.section),
    topics: article.topics.map(reference),
    bylines: article.bylines.map(({author, ...byline}) => ({
      _type: 'byline',
      author: reference(author),
      ...byline,
    })),
    related: article.related?.map(weakReference),
    citations: article.citations?.map((citation) => ({_type: 'citation', ...citation})),
  }
}

function quoteDocuments(source: QuoteSource): SeedDocument[] {
  const {
    id,
    confidential: secret,
    speakers,
    reportedBy,
    provenance,
    verification,
    ...quote
  } = source
  return [
    {
      language: 'en',
      kind: 'direct',
      terms: 'onRecord',
      ...quote,
      _id: id,
      _type: 'expertQuote',
      speakers: speakers.map((speaker) => ({
        _type: 'speaker',
        source: draftSources.has(speaker.source)
          ? draftReference(speaker.source, 'source')
          : reference(speaker.source),
        titleAtTime: speaker.title,
        affiliationAtTime: speaker.affiliation,
      })),
      reportedBy: reportedBy && reference(reportedBy),
      provenance: provenance && {_type: 'provenance', ...provenance},
      verification: {_type: 'verification', status: verification},
    },
    ...confidential('quote', id, secret),
  ]
}

function pieceDocuments({article, quotes, draft}: Piece): SeedDocument[] {
  const documents = [articleDocument(article), ...quotes.flatMap(quoteDocuments)]
  // Private documents are edited live and have no drafts.
  return draft
    ? documents.map((document) =>
        document._id.startsWith('private.') ? document : draftOf(document),
      )
    : documents
}

function photoDocuments(photo: PhotoSource): SeedDocument[] {
  return [
    {
      _id: photo.id,
      _type: 'photoWithCredit',
      image: {
        _type: 'image',
        // Relative to the file that holds this line; both importers resolve it against that folder.
        _sanityAsset: `image@file://./photos/${photo.file}`,
        hotspot: photo.hotspot && {_type: 'sanity.imageHotspot', ...photo.hotspot},
        crop: photo.hotspot && {_type: 'sanity.imageCrop', top: 0, bottom: 0, left: 0, right: 0},
      },
      caption: photo.caption,
      alt: photo.alt,
      decorative: false,
      creditLine: photo.creditLine,
      creator: photo.creator,
      copyrightHolder: photo.copyrightHolder,
      copyrightNotice: photo.copyrightNotice,
      rights: {_type: 'rights', ...photo.rights},
      usageTerms: photo.usageTerms,
      licenseUrl: photo.licenseUrl,
      acquireUrl: photo.acquireUrl,
      dateTaken: photo.dateTaken,
      place: photo.place,
      digitalSourceType: photo.digitalSourceType,
    },
    ...confidential(
      'photo',
      photo.id,
      photo.confidential && {...photo.confidential, confirmed: true},
    ),
  ]
}

function authorDocument({id, portrait, ...author}: AuthorSource): SeedDocument {
  return {
    ...author,
    _id: id,
    _type: 'author',
    slug: slug(author.slug),
    longBio: author.longBio?.map(paragraph),
    portrait: portrait && photo(portrait),
    links: author.links?.map((link) => ({_type: 'webLink', ...link})),
  }
}

function sourceDocuments({
  id,
  draft,
  confidential: secret,
  ...source
}: SourceSource): SeedDocument[] {
  const document: SeedDocument = {
    ...source,
    _id: id,
    _type: 'source',
    affiliations: source.affiliations?.map((affiliation) => ({
      _type: 'affiliation',
      ...affiliation,
    })),
  }
  const contacts = secret?.contacts?.map((contact) => ({_type: 'contact', ...contact}))
  return [
    draft ? draftOf(document) : document,
    ...confidential('source', id, secret && {...secret, contacts}),
  ]
}

/** Which revisions lay before and after, only the lake that published them could say. */
function correctionDocument({article, number, ...told}: CorrectionSource): SeedDocument {
  return {
    _id: `correction-${article}-${number}`,
    _type: 'correction',
    article: weakReference(article),
    number,
    ...told,
    revisionAfter: 'seed',
  }
}

function noticeDocument({number, ...notice}: NoticeSource): SeedDocument {
  return {_id: `notice-${notice.articleId}-${number}`, _type: 'notice', ...notice}
}

/** A live article that has been edited since: readers see the one above, the newsroom this one. */
const pendingChange = draftOf(
  articleDocument({
    ...nightFerry.article,
    dek: 'Five years after Port Aldon’s last ferry was moved to half past nine, the late crossing has returned, and the city wants to keep it. Bakers, nurses and one clarinettist explain what an hour is worth.',
    keyPoints: [
      ...(nightFerry.article.keyPoints ?? []).slice(0, 2),
      'The trial ends in March; the city pays 1.1 million crowns for it and is preparing to extend it.',
    ],
  }),
)

/**
 * Gives every object in an array the key that editors need, made from its place in its document, so
 * that building again gives the same bytes.
 */
function withKeys(value: unknown, path: string): unknown {
  if (Array.isArray(value)) {
    return value.map((item: unknown, index) => {
      const place = `${path}/${index}`
      const keyed = withKeys(item, place)
      if (typeof keyed !== 'object' || keyed === null || '_key' in keyed) return keyed
      const _key = createHash('sha1').update(place).digest('hex').slice(0, 12)
      return {_key, ...keyed}
    })
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => [name, withKeys(field, `${path}/${name}`)]),
  )
}

/** Published before drafts, and what is referred to before what refers to it: readable from top to bottom. */
export function newsroom(): SeedDocument[] {
  const documents: SeedDocument[] = [
    siteSettings,
    ...sections.map(({id, slug: address, ...section}, index) => ({
      _id: id,
      _type: 'section',
      slug: slug(address),
      order: index + 1,
      ...section,
    })),
    ...topics.map(({id, slug: address, ...topic}) => ({
      _id: id,
      _type: 'topic',
      slug: slug(address),
      ...topic,
    })),
    ...photos.flatMap(photoDocuments),
    ...authors.map(authorDocument),
    ...sources.flatMap(sourceDocuments),
    ...[...publishedPieces, ...draftPieces].flatMap(pieceDocuments),
    pendingChange,
    ...series,
    ...packages,
    ...corrections.map(correctionDocument),
    ...notices.map(noticeDocument),
  ]
  return documents.map((document) => {
    const {_id, _type, ...fields} = withKeys(document, document._id) as SeedDocument
    return {_id, _type, ...fields}
  })
}

/** The file as it is committed: one document a line; fields that are undefined do not stand in it. */
export const newsroomNdjson = (): string =>
  newsroom()
    .map((document) => `${JSON.stringify(document)}\n`)
    .join('')
