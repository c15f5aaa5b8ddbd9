// The drafts that intake makes of an article that was read: one piece with its photos, quotes, sources and authors.
import type {Article, Block, Byline, Photo, Quote, Speaker} from '@copydesk/intake/types'
import {draftIdOf} from '../../model/ids.ts'
import {filled, keysFrom0, textNode, toDraft, type Node} from './portable-text.ts'
import {quoteFields, referenceTo, sourceFields, speakerNode, type Known} from './quote-drafts.ts'
import {INTAKE_TYPE} from './suggestions.ts'

/** A document as it is written. */
export type Draft = Record<string, unknown> & {_id: string; _type: string}

export interface IntakeOptions {
  /** Makes an ID that no document has yet. */
  newId: () => string
  /** The uploaded picture of a photo, by its position in `Reading.pictures`. */
  assetOf?: (picture: number) => string | null
  /** Documents that a person has chosen in place of new ones, by the name that was read. */
  known?: {authors?: ReadonlyMap<string, Known>; sources?: ReadonlyMap<string, Known>}
  /** Published ID of the section. */
  section?: string
  /** Web addresses, by the headline or name that they are for. */
  slugs?: ReadonlyMap<string, string>
  /** Published ID of the article, if its form is open already. */
  articleId?: string
  /** Describes a photo to people who cannot see it, by its position in `Article.photos`. */
  altOf?: (photo: number) => string | null
}

export interface IntakeDrafts {
  /** The article is the last one. */
  documents: Draft[]
  articleId: string
  /** Published IDs of the quotes and photos, by their positions in the article that was read. */
  quoteIds: string[]
  photoIds: string[]
}

/** All drafts of one article that was read. They are one transaction: nothing refers to what is not among them. */
export function draftsOf(article: Article, options: IntakeOptions): IntakeDrafts {
  return new Making(article, options).all()
}

class Making {
  private readonly article: Article
  private readonly options: IntakeOptions
  private readonly documents: Draft[] = []
  private readonly sources = new Map<string, string>()
  private readonly photoIds: string[]
  private readonly quoteIds: string[]

  constructor(article: Article, options: IntakeOptions) {
    this.article = article
    this.options = options
    this.photoIds = article.photos.map((photo, index) => this.photo(photo, index))
    this.quoteIds = article.quotes.map((quote) => this.quote(quote))
  }

  all(): IntakeDrafts {
    const {article, options} = this
    const articleId = options.articleId ?? options.newId()
    const lead = article.photos.findIndex((photo) => photo.isLead)
    const bylines = article.bylines.map((byline, index) => this.byline(byline, index))
    const body = article.body.flatMap((block, index) => this.block(block, index))
    this.documents.push(
      filled({
        _id: draftIdOf(articleId),
        _type: INTAKE_TYPE,
        language: article.language,
        kicker: article.kicker?.text,
        headline: article.headline?.text,
        dek: article.dek?.text,
        slug: this.slug(article.headline?.text),
        section: options.section ? {_type: 'reference', _ref: options.section} : undefined,
        articleType: 'reportage',
        dateline: article.dateline?.text,
        bylines,
        leadPhoto: lead >= 0 ? {_type: 'photoUse', photo: this.toPhoto(lead)} : undefined,
        body,
      }),
    )
    const {documents, quoteIds, photoIds} = this
    return {documents, articleId, quoteIds, photoIds}
  }

  private slug(text: string | undefined): Record<string, unknown> | undefined {
    const current = text === undefined ? undefined : this.options.slugs?.get(text)
    return current ? {_type: 'slug', current} : undefined
  }

  private readonly key = keysFrom0()

  private add(document: Record<string, unknown> & {_type: string}): string {
    const id = this.options.newId()
    this.documents.push(filled({...document, _id: draftIdOf(id)}))
    return id
  }

  // --- Documents beside the article

  private photo({caption, creditLine, creator, holder, picture}: Photo, index: number): string {
    const asset = picture === null ? null : (this.options.assetOf?.(picture) ?? null)
    return this.add({
      _type: 'photoWithCredit',
      image: asset ? {_type: 'image', asset: {_type: 'reference', _ref: asset}} : undefined,
      caption,
      alt: this.options.altOf?.(index),
      creditLine,
      creator,
      copyrightHolder: holder,
      rights: {_type: 'rights', category: 'unknown', clearance: 'unchecked'},
    })
  }

  private quote({
    words,
    form,
    speakers,
    attribution,
  }: Omit<Quote, 'block' | 'from' | 'to'>): string {
    const {language} = this.article
    const nodes = speakers.map((speaker) => speakerNode(speaker, this.source(speaker), this.key()))
    return this.add(quoteFields({words, form, language, attribution, speakers: nodes}))
  }

  /** One source for each name: an article quotes somebody more than once. */
  private source(speaker: Speaker): Record<string, unknown> {
    const {name} = speaker
    const known = this.options.known?.sources?.get(name)
    if (known) return referenceTo(known, 'source')
    let id = this.sources.get(name)
    if (!id) {
      id = this.add(sourceFields(speaker, this.key))
      this.sources.set(name, id)
    }
    return toDraft(id, 'source')
  }

  private byline({name, role}: Byline, index: number): Node {
    const known = this.options.known?.authors?.get(name)
    const bio = index === 0 ? this.article.authorBio?.text : undefined
    const author = known ?? {
      id: this.add({_type: 'author', name, slug: this.slug(name), status: 'contributor', bio}),
      isPublished: false,
    }
    return {_type: 'byline', _key: this.key(), author: referenceTo(author, 'author'), role}
  }

  private toPhoto = (index: number): Record<string, unknown> =>
    toDraft(this.photoIds[index] ?? '', 'photoWithCredit')

  // --- The text

  private block(block: Block, index: number): Node[] {
    if (block.kind === 'photo')
      return [
        {_type: 'photoUse', _key: this.key(), photo: this.toPhoto(block.photo), role: 'inline'},
      ]
    if (block.kind === 'callToAction')
      return [{_type: 'callToAction', _key: this.key(), text: block.text}]
    if (block.kind === 'embed') return [{_type: 'embed', _key: this.key(), url: block.address}]
    if (block.kind === 'pullQuote') return [this.pullQuote(block)]
    return [this.text(block, index)]
  }

  /** Words that the text has too refer to the same quote. */
  private pullQuote({words, text}: Extract<Block, {kind: 'pullQuote'}>): Node {
    const same = this.article.quotes.findIndex(
      (quote) =>
        plain(quote.words).includes(plain(words)) || plain(words).includes(plain(quote.words)),
    )
    const said = this.article.quotes[same]
    const attribution = text.split('\n').slice(1).join(', ')
    const id =
      said && plain(said.words) === plain(words)
        ? this.quoteIds[same]
        : this.quote({words, form: 'direct', speakers: said?.speakers ?? [], attribution})
    return {
      _type: 'quoteUse',
      _key: this.key(),
      quote: toDraft(id ?? '', 'expertQuote'),
      display: 'pull',
    }
  }

  private text(block: Extract<Block, {kind: 'text'}>, index: number): Node {
    const quotations = this.article.quotes.flatMap(({block: at, from, to}, position) =>
      at === index
        ? [{from, to, quote: toDraft(this.quoteIds[position] ?? '', 'expertQuote')}]
        : [],
    )
    return textNode(block, this.key, quotations)
  }
}

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
