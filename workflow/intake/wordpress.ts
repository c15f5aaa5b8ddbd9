// The documents that a WordPress site becomes. IDs follow from the site and WordPress's own IDs, so that a second import
// finds what the first has written.
import type {Block, BodyPicture, PostBody} from '@copydesk/intake/types'
import {oldAddressOf} from '../../model/old-address.ts'
import {sha256} from '../sha256.ts'
import type {Draft} from './documents.ts'
import {filled, keysFrom0, textNode, toDraft, type Node} from './portable-text.ts'
import {INTAKE_TYPE} from './suggestions.ts'

/** A document under its published ID. */
export type Content = Draft

/** The same site has the same ID, whatever protocol it is exported from. */
export const siteIdOf = (address: string): string => sha256(barePath(address)).slice(0, 8)

const barePath = (address: string): string =>
  address
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/\/+$/, '')

export interface WordpressIds {
  /** Of a post, an attachment: whatever has an ID of WordPress. */
  post: (id: string) => string
  section: (slug: string) => string
  topic: (slug: string) => string
  author: (key: string) => string
  /** Of a picture without an attachment. */
  image: (address: string) => string
  redirect: (id: string) => string
}

/** The IDs of one site's documents. */
export function idsOf(site: string): WordpressIds {
  const named = (kind: string) => (key: string) => `wp-${site}-${kind}-${plainKey(key)}`
  return {
    post: (id) => `wp-${site}-${plainKey(id)}`,
    section: named('section'),
    topic: named('topic'),
    author: named('author'),
    image: (address) => `wp-${site}-image-${sha256(address).slice(0, 16)}`,
    redirect: (id) => `wp-${site}-old-${id.replace(/^wp-[0-9a-f]+-/, '')}`,
  }
}

/** What an ID cannot hold is named by its hash. */
const plainKey = (key: string): string =>
  /^[a-z0-9][a-z0-9-]{0,80}$/.test(key) ? key : `x${sha256(key).slice(0, 16)}`

/** Begins the ID of each transaction of an import: a document's `_rev` says who wrote it last. */
export const revisionPrefixOf = (site: string): string => `wp-${site}-import-`

// --- What articles refer to

interface Term {
  slug: string
  name: string
  description: string
}

export const sectionOf = (_id: string, term: Term): Content => termOf(_id, 'section', term)
export const topicOf = (_id: string, term: Term): Content => termOf(_id, 'topic', term)

const termOf = (_id: string, _type: string, {name, slug, description}: Term): Content =>
  filled({_id, _type, title: name, slug: slugOf(slug), description})

export const authorOf = (_id: string, author: {name: string; slug: string; bio: string}): Content =>
  filled({
    _id,
    _type: 'author',
    name: author.name,
    slug: slugOf(author.slug),
    status: 'contributor',
    bio: author.bio,
  })

const slugOf = (current: string) => (current ? {_type: 'slug', current} : undefined)

export interface PhotoFacts {
  caption: string
  alt: string
  creditLine: string
  creator: string
  holder: string
  copyrightNotice: string
  licenseUrl: string
  usageTerms: string
  /** ID of the uploaded picture. */
  asset: string | null
}

export const photoOf = (_id: string, {asset, holder, ...facts}: PhotoFacts): Content =>
  filled({
    _id,
    _type: 'photoWithCredit',
    image: asset ? {_type: 'image', asset: {_type: 'reference', _ref: asset}} : undefined,
    ...facts,
    copyrightHolder: holder,
    rights: {_type: 'rights', category: 'unknown', clearance: 'unchecked'},
  })

// --- Articles

/** A document that an article refers to, and whether readers may see it. Null where it is not there any more. */
export type Target = {id: string; type: string; isPublished: boolean} | null

export interface PostFacts {
  headline: string
  dek: string
  slug: string
  language: string
  publishedAt: string | null
  seoHeadline: string
  seoDescription: string
  section: Target
  topics: readonly Target[]
  authors: readonly Target[]
  lead: Target
  body: PostBody
  /** The photo of each picture in the body, and what the photo itself says. */
  photos: readonly ({target: Target} & Pick<PhotoFacts, 'caption' | 'alt' | 'creditLine'>)[]
}

/**
 * The article.
 *
 * @param isEmbeddable whether articles may show content of an address; a link takes its place otherwise
 */
export function articleOf(
  _id: string,
  facts: PostFacts,
  isEmbeddable: (address: string) => boolean,
): Content {
  const key = keysFrom0()
  const {seoDescription} = facts
  return filled({
    _id,
    _type: INTAKE_TYPE,
    language: facts.language,
    headline: facts.headline,
    dek: facts.dek,
    slug: slugOf(facts.slug),
    section: referenceTo(facts.section),
    topics: facts.topics.flatMap((topic) => keyed(key, referenceTo(topic))),
    articleType: 'reportage',
    bylines: facts.authors.flatMap((author) => {
      const reference = referenceTo(author)
      return reference ? [{_type: 'byline', _key: key(), author: reference, role: 'writer'}] : []
    }),
    leadPhoto: facts.lead ? {_type: 'photoUse', photo: referenceTo(facts.lead)} : undefined,
    body: facts.body.blocks.flatMap((block) => nodeOf(block, facts, {key, isEmbeddable})),
    seoHeadline: facts.seoHeadline,
    seo: seoDescription ? {_type: 'seo', description: seoDescription} : undefined,
    firstPublishedAt: facts.publishedAt,
  })
}

const keyed = (key: () => string, reference: Record<string, unknown> | undefined) =>
  reference ? [{_key: key(), ...reference}] : []

/** A reference to what is a draft yet becomes strong when it is published. */
function referenceTo(target: Target): Record<string, unknown> | undefined {
  if (!target) return undefined
  const {id, type, isPublished} = target
  return isPublished ? {_type: 'reference', _ref: id} : toDraft(id, type)
}

interface Writing {
  key: () => string
  isEmbeddable: (address: string) => boolean
}

function nodeOf(block: Block, facts: PostFacts, {key, isEmbeddable}: Writing): Node[] {
  if (block.kind === 'text') return [textNode(block, key)]
  if (block.kind === 'photo') {
    const photo = facts.photos[block.photo]
    const picture = facts.body.pictures[block.photo]
    return photo && picture ? photoUse(photo, picture, key) : []
  }
  if (block.kind !== 'embed') return []
  const {address} = block
  if (isEmbeddable(address)) return [{_type: 'embed', _key: key(), url: address}]
  const link = {kind: 'link' as const, from: 0, to: address.length, href: address}
  return [textNode({kind: 'text', style: 'normal', text: address, marks: [link], lines: []}, key)]
}

/** What the text says of a picture, if the photo itself says something else. */
function photoUse(
  photo: PostFacts['photos'][number],
  picture: BodyPicture,
  key: () => string,
): Node[] {
  const reference = referenceTo(photo.target)
  if (!reference) return []
  const caption = hasOtherCredit(picture, photo) ? picture.captionWithCredit : picture.caption
  return [
    filled({
      _type: 'photoUse',
      _key: key(),
      photo: reference,
      caption: caption === photo.caption ? '' : caption,
      alt: picture.alt === photo.alt ? '' : picture.alt,
      role: 'inline',
    }),
  ]
}

/** Whether a text credits a picture to somebody whom the photo's own credit does not name. */
export function hasOtherCredit(
  {creditLine}: Pick<BodyPicture, 'creditLine'>,
  photo: Pick<PhotoFacts, 'creditLine'>,
): boolean {
  const words = (credit: string): string =>
    ` ${(credit.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(' ')} `
  return creditLine !== null && !words(photo.creditLine).includes(words(creditLine))
}

// --- Old addresses

/**
 * A redirect from old addresses to a document; null where there is none to lead from.
 *
 * @param own the document's address on this site
 */
export function redirectOf(
  _id: string,
  addresses: readonly (string | null)[],
  {target, own}: {target: string; own: string},
): Content | null {
  const from = addresses.flatMap((address) => {
    const url = address ? URL.parse(address, 'https://example.com') : null
    const {path, withQuery} = url ? oldAddressOf(url) : {path: null, withQuery: null}
    const old = withQuery ?? path
    return old && old !== own ? [old] : []
  })
  if (from.length === 0) return null
  return {
    _id,
    _type: 'redirect',
    from: [...new Set(from)],
    to: {_type: 'reference', _ref: target, _weak: true},
  }
}
