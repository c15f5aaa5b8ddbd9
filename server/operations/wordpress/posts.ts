// Posts become articles. They are written some at a time, after the photos that they use.
import {basename} from 'node:path'
import {
  languageNamed,
  languageTag,
  plainText,
  readBody,
  type BodyPicture,
  type PostBody,
  type WxrItem,
} from '@copydesk/intake/wordpress'
import {draftIdOf} from '../../../model/ids.ts'
import {isEmbeddable} from '../../../schemas/rules/embed-host.ts'
import {INTAKE_TYPE} from '../../../workflow/intake/suggestions.ts'
import {articleOf, hasOtherCredit, redirectOf} from '../../../workflow/intake/wordpress.ts'
import type {PhotoImport, PhotoUse} from './photos.ts'
import type {Finding} from './report.ts'
import {authorsOf, basePathOf, isPublic, metaOf, sectionSlugOf} from './survey.ts'
import {MOST, slugIn, type ImportContext, type Terms} from './terms.ts'
import type {Wanted} from './write-documents.ts'

interface Waiting {
  item: WxrItem
  /** Whether readers are to see the article. */
  isLive: boolean
  body: PostBody
  lead: PhotoUse | null
  photos: (PhotoUse | null)[]
}

export class PostImport {
  readonly #context: ImportContext
  readonly #terms: Terms
  readonly #photos: PhotoImport
  readonly #language: string
  /** Web addresses that posts of this export have, each with its language. */
  readonly #slugs = new Set<string>()
  #waiting: Waiting[] = []

  private constructor(context: ImportContext, terms: Terms, photos: PhotoImport, language: string) {
    this.#context = context
    this.#terms = terms
    this.#photos = photos
    this.#language = language
  }

  static async open(
    context: ImportContext,
    terms: Terms,
    photos: PhotoImport,
  ): Promise<PostImport> {
    const site = languageTag(context.survey.site.language)
    const language =
      site ?? (await context.client.fetch<string | null>('*[_id == "siteSettings"][0].language'))
    return new PostImport(context, terms, photos, language ?? 'en')
  }

  get waiting(): number {
    return this.#waiting.length
  }

  async add(item: WxrItem): Promise<void> {
    const {survey, report} = this.#context
    const body = await readBody(item.content, {
      rules: languageNamed(survey.site.language),
      children: survey.children.get(item.id) ?? [],
      reusable: survey.reusable,
    })
    const thumbnail = metaOf(item, '_thumbnail_id')
    const gaps = gapsOf(item, body)
    const where = item.address || item.title
    const hasMore = thumbnail !== null || item.excerpt.trim() !== '' || body.unknown.length > 0
    if (gaps.length === 2 && !hasMore) {
      report.note('empty', where)
      return
    }
    const isLive = isPublic(item) && gaps.length === 0
    const photos = body.pictures.map((picture) => this.#photos.useOf(picture, isLive))
    const lead = thumbnail ? this.#photos.attachment(thumbnail, isLive) : null
    this.#waiting.push({item, isLive, body, lead, photos})
    if (!isLive) report.note('draft', where)
    if (isPublic(item)) for (const gap of gaps) report.note(gap, where)
    this.#note(item, body)
    for (const [index, picture] of body.pictures.entries()) {
      const use = photos[index]
      if (use && hasOtherCredit(picture, use))
        report.note('otherCredit', `${where}: ${this.#creditsOf(picture, use)}`)
    }
  }

  async write(): Promise<void> {
    const {writer, report} = this.#context
    const waiting = this.#waiting
    this.#waiting = []
    await this.#photos.write()
    const taken = await this.#takenSlugs(waiting)
    const wanted = waiting.map((one) => this.#article(one, taken))
    for (let from = 0; from < wanted.length; from += MOST) {
      const some = wanted.slice(from, from + MOST)
      const states = await writer.write(some)
      const redirects = some.flatMap(({content}, index): Wanted[] => {
        const state = states.get(content._id)
        if (state === 'published') report.note('published')
        const item = waiting[from + index]?.item
        const redirect = item && state === 'published' ? this.#redirect(item, content) : null
        return redirect ? [{content: redirect, isPublic: true}] : []
      })
      await writer.write(redirects)
    }
  }

  #article({item, isLive, body, lead, photos}: Waiting, taken: ReadonlySet<string>): Wanted {
    const {ids, report} = this.#context
    const section =
      this.#terms.sections.get(sectionSlugOf(item, this.#context.survey) ?? '') ?? null
    const authors = authorsOf(item).map(({key}) => this.#terms.authors.get(key) ?? null)
    const dek = plainText(metaOf(item, 'newspack_post_subtitle') ?? item.excerpt)
    const where = item.address || item.title
    if (!section) report.note('noSection', where)
    if (!dek) report.note('noStandfirst', where)
    if (!authors.some((author) => author)) report.note('noByline', where)
    const content = articleOf(
      ids.post(item.id),
      {
        headline: plainText(item.title),
        dek,
        slug: this.#slug(item, taken),
        language: this.#languageOf(item),
        publishedAt: isLive ? item.publishedAt : null,
        seoHeadline: plain(metaOf(item, '_yoast_wpseo_title') ?? metaOf(item, 'rank_math_title')),
        seoDescription: plain(
          metaOf(item, '_yoast_wpseo_metadesc') ?? metaOf(item, 'rank_math_description'),
        ),
        section,
        topics: termsIn(item, 'post_tag').map((slug) => this.#terms.topics.get(slug) ?? null),
        authors,
        lead: this.#photos.targetOf(lead),
        body,
        photos: photos.map((use) => ({
          target: this.#photos.targetOf(use),
          caption: use?.caption ?? '',
          alt: use?.alt ?? '',
          creditLine: use?.creditLine ?? '',
        })),
      },
      (address) => {
        const url = URL.parse(address.replace(/^http:/, 'https:'))
        const isAllowed = url !== null && isEmbeddable(url)
        if (!isAllowed) report.note('embed', url?.hostname)
        return isAllowed
      },
    )
    return {content, isPublic: isLive}
  }

  #redirect(item: WxrItem, content: Wanted['content']) {
    const {survey, ids} = this.#context
    const base = basePathOf(survey)
    return redirectOf(
      ids.redirect(content._id),
      [pathOf(item.address), `${base}/?p=${encodeURIComponent(item.id)}`],
      {target: content._id, own: `/article/${slugIn(content)}`},
    )
  }

  /** What the newsroom has under the same web addresses. */
  async #takenSlugs(waiting: readonly Waiting[]): Promise<Set<string>> {
    const slugs = waiting.map(({item}) => item.slug).filter(Boolean)
    const own = waiting.flatMap(({item}) => {
      const id = this.#context.ids.post(item.id)
      return [id, draftIdOf(id)]
    })
    const found = await this.#context.client.fetch<{slug: string; language: string}[]>(
      '*[_type == $type && slug.current in $slugs && !(_id in $own)]{"slug": slug.current, language}',
      {type: INTAKE_TYPE, slugs, own},
      {perspective: 'raw'},
    )
    return new Set(found.map(({slug, language}) => `${language} ${slug}`))
  }

  #slug(item: WxrItem, taken: ReadonlySet<string>): string {
    if (!item.slug) return ''
    const key = `${this.#languageOf(item)} ${item.slug}`
    const isTaken = taken.has(key) || this.#slugs.has(key)
    if (!isTaken) this.#slugs.add(key)
    else this.#context.report.note('slugTaken', item.address)
    return isTaken ? `${item.slug}-${item.id}` : item.slug
  }

  /** Polylang names the language of each post. */
  #languageOf(item: WxrItem): string {
    return languageTag(termsIn(item, 'language')[0]) ?? this.#language
  }

  /** The file, and both of its credits. */
  #creditsOf({attachment, address, creditLine}: BodyPicture, photo: PhotoUse): string {
    const {path, file} = this.#context.survey.attachments.get(attachment ?? '') ?? {}
    const name = basename(path ?? file ?? address ?? photo.id)
    return `${name}: “${creditLine}”, the photo: “${photo.creditLine || 'no credit'}”`
  }

  #note(item: WxrItem, body: PostBody): void {
    const {report, survey} = this.#context
    const where = item.address || item.title
    if (item.status === 'private') report.note('private', where)
    if (item.status === 'future') report.note('scheduled', `${where} ${item.publishedAt ?? ''}`)
    if (item.hasPassword) report.note('password', where)
    if (item.isSticky) report.note('sticky', where)
    for (const name of body.unknown) report.note('form', name)
    const section = sectionSlugOf(item, survey)
    for (const {domain, slug} of item.terms) {
      if (domain === 'category' && slug !== section) report.note('moreCategories', slug)
      else if (!KNOWN_TAXONOMIES.has(domain)) report.note('taxonomy', domain)
    }
    for (const [key, value] of item.meta)
      if (value.trim() !== '' && !TAKEN_FIELDS.test(key)) report.note('field', key)
  }
}

/** What readers would miss most. */
const gapsOf = ({title}: WxrItem, {blocks}: PostBody): Finding[] => [
  ...(plainText(title) ? [] : ['noTitle' as const]),
  ...(blocks.length > 0 ? [] : ['noText' as const]),
]

const KNOWN_TAXONOMIES = new Set(['category', 'post_tag', 'author', 'language'])
/** Fields that an article has, and those by which WordPress and its plugins keep their own books. */
const TAKEN_FIELDS =
  /^(?:_thumbnail_id|newspack_post_subtitle|_yoast_wpseo_(?:title|metadesc|primary_category)|rank_math_(?:title|description|primary_category)|_(?:edit|wp|oembed|pingme|encloseme|publicize|jetpack|menu_item|dp|last_editor|yoast_wpseo)_.*|_(?:pingme|encloseme))$/

const termsIn = (item: WxrItem, domain: string): string[] => [
  ...new Set(item.terms.filter((term) => term.domain === domain).map(({slug}) => slug)),
]

/** A text of a plugin, unless it is made of variables. */
function plain(value: string | null): string {
  return value && !/%%|%\w+%/.test(value) ? plainText(value) : ''
}

function pathOf(address: string): string | null {
  const url = URL.parse(address)
  return url && url.pathname + url.search
}
