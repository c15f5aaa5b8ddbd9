// Reads a WordPress export (WXR 1.0 to 1.2) piece by piece: chunks in, items out. It holds one item at a time.
import {Parser} from 'htmlparser2'
import {IntakeError} from '../lines.ts'
import type {WxrAuthor, WxrItem, WxrSite, WxrTerm} from './types.ts'

/** Is given what is read, in the order of the file. */
export interface WxrListener {
  author?: (author: WxrAuthor) => void
  term?: (term: WxrTerm) => void
  item?: (item: WxrItem) => void
}

export interface WxrReader {
  write: (chunk: string) => void
  /**
   * Ends the reading.
   *
   * @throws IntakeError where the file is not a whole export
   */
  end: () => WxrSite
}

/** A reader for one file. Chunks may end anywhere. */
export function createWxrReader(listener: WxrListener): WxrReader {
  const reading = new WxrReading(listener)
  const parser = new Parser(
    {
      onopentag: (name, attributes) => reading.open(name, attributes),
      ontext: (text) => reading.text(text),
      onclosetag: (name) => reading.close(name),
    },
    {xmlMode: true},
  )
  return {
    write: (chunk) => parser.write(chunk),
    end: () => {
      // The parser closes what is open: whether the file did is asked before.
      const isWhole = reading.isWhole
      parser.end()
      return reading.site(isWhole)
    },
  }
}

/** What holds fields of its own. */
const RECORDS = new Set([
  'item',
  'wp:author',
  'wp:category',
  'wp:tag',
  'wp:term',
  'wp:postmeta',
  'wp:termmeta',
  'wp:comment',
  'wp:commentmeta',
  'image',
])

type Fields = Map<string, string>

class WxrReading {
  isWhole = false
  readonly #listener: WxrListener
  readonly #channel: Fields = new Map()
  /** The records that are open, the innermost last. */
  readonly #open: {name: string; fields: Fields}[] = []
  #field: {name: string; attributes: Record<string, string>; text: string} | null = null
  #item = emptyItem()

  constructor(listener: WxrListener) {
    this.#listener = listener
  }

  open(name: string, attributes: Record<string, string>): void {
    if (RECORDS.has(name)) {
      this.#open.push({name, fields: new Map()})
      if (name === 'item') this.#item = emptyItem()
    } else this.#field = {name, attributes, text: ''}
  }

  text(text: string): void {
    if (this.#field) this.#field.text += text
  }

  close(name: string): void {
    if (name === 'channel') this.isWhole = true
    if (RECORDS.has(name)) this.#endRecord(name)
    else this.#endField(name)
  }

  /** @param isWhole whether the file itself ends its channel */
  site(isWhole: boolean): WxrSite {
    const version = this.#channel.get('wp:wxr_version')
    if (version === undefined) {
      throw new IntakeError(
        'This is not an export of WordPress. Choose Tools → Export in WordPress, then “All content”.',
      )
    }
    if (!isWhole) {
      throw new IntakeError('This export ends in the middle. Export it again, or copy it again.')
    }
    const link = this.#channel.get('link') ?? ''
    return {
      address: this.#channel.get('wp:base_blog_url') || link,
      title: this.#channel.get('title') ?? '',
      language: this.#channel.get('language') || null,
    }
  }

  #endField(name: string): void {
    const field = this.#field
    if (field?.name !== name) return
    this.#field = null
    const record = this.#open.at(-1)
    if (record?.name === 'item' && name === 'category') {
      const {domain = 'category', nicename = ''} = field.attributes
      this.#item.terms.push({domain, slug: nicename, name: field.text.trim()})
    } else (record?.fields ?? this.#channel).set(name, field.text)
  }

  #endRecord(name: string): void {
    const record = this.#open.pop()
    if (!record) return
    const get = (field: string): string => record.fields.get(field)?.trim() ?? ''
    switch (name) {
      case 'wp:postmeta':
        this.#item.meta.push([get('wp:meta_key'), record.fields.get('wp:meta_value') ?? ''])
        break
      case 'wp:comment':
        this.#item.comments += 1
        break
      case 'wp:author':
        this.#listener.author?.(authorOf(get))
        break
      case 'wp:category':
        this.#listener.term?.({
          domain: 'category',
          slug: get('wp:category_nicename'),
          name: get('wp:cat_name'),
          id: get('wp:term_id') || null,
          parent: get('wp:category_parent') || null,
          description: get('wp:category_description'),
        })
        break
      case 'wp:tag':
        this.#listener.term?.({
          domain: 'post_tag',
          slug: get('wp:tag_slug'),
          name: get('wp:tag_name'),
          id: get('wp:term_id') || null,
          parent: null,
          description: get('wp:tag_description'),
        })
        break
      case 'item':
        this.#listener.item?.({...this.#item, ...headOf(get, record.fields)})
        this.#item = emptyItem()
    }
  }
}

const emptyItem = (): Pick<WxrItem, 'terms' | 'meta' | 'comments'> => ({
  terms: [],
  meta: [],
  comments: 0,
})

function authorOf(get: (field: string) => string): WxrAuthor {
  const whole = [get('wp:author_first_name'), get('wp:author_last_name')].filter(Boolean).join(' ')
  const login = get('wp:author_login')
  return {
    id: get('wp:author_id') || null,
    login,
    name: get('wp:author_display_name') || whole || login,
  }
}

function headOf(
  get: (field: string) => string,
  fields: Fields,
): Omit<WxrItem, 'terms' | 'meta' | 'comments'> {
  return {
    id: get('wp:post_id'),
    type: get('wp:post_type') || 'post',
    status: get('wp:status') || 'draft',
    title: get('title'),
    address: get('link'),
    slug: decodedSlug(get('wp:post_name')),
    creator: get('dc:creator'),
    publishedAt: dateOf(get('wp:post_date_gmt'), get('pubDate'), get('wp:post_date')),
    hasPassword: get('wp:post_password') !== '',
    isSticky: get('wp:is_sticky') === '1',
    parent: get('wp:post_parent').replace(/^0$/, '') || null,
    file: get('wp:attachment_url') || null,
    content: fields.get('content:encoded') ?? '',
    excerpt: fields.get('excerpt:encoded') ?? '',
  }
}

/** WordPress stores all but a to z percent-encoded. */
export function decodedSlug(slug: string): string {
  try {
    return decodeURIComponent(slug).normalize()
  } catch {
    return slug
  }
}

/**
 * ISO 8601. A draft has no date in GMT: then it is what the feed says, then the site's own time as if it were GMT.
 */
export function dateOf(gmt: string, feed: string, local: string): string | null {
  for (const text of [sortable(gmt), feed, sortable(local)]) {
    const time = text ? Date.parse(text) : Number.NaN
    // The feed of a draft says the year -1, or the moment of 1970.
    if (!Number.isNaN(time) && time > 0) return new Date(time).toISOString()
  }
  return null
}

function sortable(text: string): string {
  const found = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})$/.exec(text)
  return found && !text.startsWith('0000') ? `${found[1]}T${found[2]}Z` : ''
}
