// The text of a post: blocks or classic HTML with shortcodes become the blocks of an article, through the reader of HTML.
import type {Block, TextStyle} from '../article.ts'
import type {LanguageRules} from '../languages/rules.ts'
import {moveMarks, type Line, type Reading} from '../lines.ts'
import {readCredit} from '../credits.ts'
import {embedTarget, linkTarget} from '../read/address.ts'
import {readHtml} from '../read/html.ts'
import {LIMITS} from '../limits.ts'
import {blocksIn, type WpBlock} from './blocks.ts'
import {withParagraphs} from './paragraphs.ts'
import {attributesIn, escaped, expandShortcodes} from './shortcodes.ts'
import type {BodyPicture, PostBody} from './types.ts'

export interface BodyOptions {
  /** IDs of the pictures that were uploaded for the post. */
  children?: readonly string[]
  /** Texts of the site's reusable blocks, by their IDs. */
  reusable?: ReadonlyMap<string, string>
  /** Of the language that the site is in. */
  rules: LanguageRules
}

/** Reads the text of a post. No words are lost; what loses its form is named in `unknown`. */
export async function readBody(content: string, options: BodyOptions): Promise<PostBody> {
  const body = new BodyReading(options)
  for (const html of body.chunks(content)) await body.read(html)
  return body.finish()
}

interface ReadPicture extends Pick<BodyPicture, 'attachment' | 'address' | 'alt'> {
  /** The lines of its caption. */
  lines: string[]
  /** What is marked as a credit: by a shortcode, by an element of the caption. */
  credits: string[]
}

/** Blocks that are plain HTML. */
const PLAIN = new Set(['paragraph', 'heading', 'list'])
/** Other blocks of WordPress itself whose text and pictures are all that readers see. */
const KNOWN = new Set(
  (
    'audio block button buttons code column columns cover details embed file freeform gallery group heading html image ' +
    'list-item media-text missing more nextpage paragraph preformatted pullquote quote separator shortcode spacer ' +
    'subhead text-columns verse video list table'
  ).split(' '),
)
const NOTHING = new Set(['more', 'nextpage', 'separator', 'spacer'])
/** Elements whose form an article does not have. */
const FORMLESS = /<(table|script|form|object|svg|canvas|math|input|select)\b/gi

class BodyReading {
  readonly #options: BodyOptions
  readonly #pictures: ReadPicture[] = []
  readonly #unknown = new Set<string>()
  readonly #blocks: (Block & {heading?: number})[] = []

  constructor(options: BodyOptions) {
    this.#options = options
  }

  /** HTML of a block or of several plain ones: a page of its own each, so that nothing is taken for its surroundings. */
  chunks(content: string, depth = 0): string[] {
    const chunks: string[] = []
    let isOpen = false
    for (const block of blocksIn(content)) {
      const html = this.#htmlOf(block, depth)
      const isPlain = PLAIN.has(block.name ?? '')
      if (isPlain && isOpen) chunks[chunks.length - 1] += html
      else chunks.push(html)
      isOpen = isPlain
    }
    return chunks
  }

  async read(html: string): Promise<void> {
    for (const [, name = ''] of html.matchAll(FORMLESS))
      this.#unknown.add(`<${name.toLowerCase()}>`)
    const whole = withEmbeds(withCites(withoutLayout(html)), (name) => this.#unknown.add(name))
    for (const part of portions(whole)) this.#add(await readHtml(this.#withPictures(part)))
  }

  finish(): PostBody {
    const headings = this.#blocks.flatMap(({heading}) => (heading === undefined ? [] : [heading]))
    const top = Math.min(...headings)
    const blocks = this.#blocks.map(({heading, ...block}): Block => {
      if (block.kind !== 'text' || heading === undefined) return block
      return {...block, style: heading === top ? 'h2' : 'h3'}
    })
    const pictures = this.#pictures.map((picture) => this.#pictureOf(picture))
    return {blocks, pictures, unknown: [...this.#unknown]}
  }

  // --- To HTML

  #htmlOf(block: WpBlock, depth: number): string {
    const name = block.name?.replace(/^core\//, '') ?? null
    if (name === null || name === 'freeform') return this.#classic(this.#inner(block, depth))
    if (NOTHING.has(name)) return ''
    if (name === 'embed' || name.startsWith('core-embed/')) return this.#embed(block, depth)
    if (name === 'block') return this.#reusable(block, depth)
    if (!KNOWN.has(name)) this.#unknown.add(name)
    const html = this.#shortcodes(this.#inner(block, depth))
    if (name === 'shortcode') return withParagraphs(html)
    if (name === 'gallery') return flatGallery(html)
    const {id} = block.attributes
    if (name === 'image' && typeof id === 'number' && !/\bwp-image-\d/.test(html))
      return html.replace(/<img\b/i, `$& data-id="${id}"`)
    return html
  }

  #inner({inner}: WpBlock, depth: number): string {
    return inner
      .map((part) => (typeof part === 'string' ? part : this.#htmlOf(part, depth)))
      .join('')
  }

  #classic(text: string): string {
    return withParagraphs(this.#shortcodes(text).replaceAll(LONE_ADDRESS, shownAddress))
  }

  #shortcodes(text: string): string {
    return expandShortcodes(text, {
      children: this.#options.children ?? [],
      onUnknown: (name) => this.#unknown.add(`[${name}]`),
    })
  }

  #embed(block: WpBlock, depth: number): string {
    const {url} = block.attributes
    const inner = this.#inner(block, depth)
    const caption = /<figcaption\b[^>]*>([^]*?)<\/figcaption>/i.exec(inner)?.[1]
    if (typeof url !== 'string') return inner
    return `<iframe src="${escaped(url)}"></iframe>${caption ? `<p>${caption}</p>` : ''}`
  }

  #reusable({attributes}: WpBlock, depth: number): string {
    const text = this.#options.reusable?.get(String(attributes['ref']))
    if (text === undefined || depth > 5) {
      this.#unknown.add('block')
      return ''
    }
    return this.chunks(text, depth + 1).join('')
  }

  /** Each picture is named by its position, so that it is found again among the lines. */
  #withPictures(html: string): string {
    return html.replaceAll(/<img\b((?:"[^"]*"|'[^']*'|[^>"'])*)>/gi, (_tag, written: string) => {
      const {
        'data-id': id,
        'data-credit': credit,
        class: classes = '',
        ...image
      } = attributesIn(written)
      const named = /\bwp-image-(\d+)\b/.exec(classes)?.[1] ?? id ?? null
      const address = linkTarget(unescaped(image['src'] ?? '')) ?? null
      const position = this.#pictures.push({
        attachment: named,
        address,
        alt: unescaped(image['alt'] ?? '').trim() || null,
        lines: [],
        credits: [unescaped(credit ?? '').trim()].filter(Boolean),
      })
      return `<img src="cid:${position - 1}">`
    })
  }

  // --- From lines

  #add({lines, pictures}: Reading): void {
    let figure: {number: number | undefined; picture: ReadPicture} | null = null
    let last: {line: Line; block: Extract<Block, {kind: 'text'}>} | null = null
    for (const line of lines) {
      if (line.picture !== undefined) {
        const photo = Number(pictures[line.picture]?.address?.replace('cid:', ''))
        const picture = this.#pictures[photo]
        if (!picture) continue
        this.#blocks.push({kind: 'photo', photo, lines: []})
        figure = {number: line.figure, picture}
        last = null
      } else if (line.embed) {
        this.#blocks.push({kind: 'embed', address: line.embed, lines: []})
        last = null
      } else if (figure && isCaptionOf(line, figure.number)) {
        const {lines: caption, credits} = figure.picture
        if (line.hint === 'credit') credits.push(bareCredit(line.text))
        else caption.push(line.text)
      } else if (last && isSameBlock(last.line, line)) append(last.block, line)
      else {
        const block = {
          kind: 'text' as const,
          style: styleOf(line),
          ...(line.level === undefined ? {} : {level: line.level}),
          text: line.text,
          marks: line.marks,
          lines: [],
        }
        this.#blocks.push({...block, ...(line.heading ? {heading: line.heading} : {})})
        last = {line, block: this.#blocks.at(-1) as Extract<Block, {kind: 'text'}>}
      }
    }
  }

  #pictureOf({lines, credits, ...picture}: ReadPicture): BodyPicture {
    const whole = lines.join(' ')
    const marked = credits.join(' / ')
    const split = marked ? null : readCredit(whole, this.#options.rules.code, true)
    return {
      ...picture,
      caption: split?.caption ?? whole,
      creditLine: marked || (split?.creditLine ?? null),
      captionWithCredit: [whole, marked && `(${marked})`].filter(Boolean).join(' '),
    }
  }
}

const isCaptionOf = ({hint, figure}: Line, number: number | undefined): boolean =>
  number !== undefined && figure === number && (hint === 'caption' || hint === 'credit')

/** "(Photo: Name)" as Name: labels and brackets are of the page. */
const bareCredit = (text: string): string =>
  text
    .replace(/^[(（[]\s*([^]*?)\s*[)）\]]$/u, '$1')
    .replace(/^(?:photo|credit|image|foto|bild)\s*(?:by)?\s*[:：]\s*/iu, '')

function styleOf({list, hint, heading}: Line): TextStyle {
  if (heading !== undefined) return 'h2'
  if (list) return list
  return hint === 'blockquote' || hint === 'pullQuote' ? 'blockquote' : 'normal'
}

/** What follows a mere line break, and what is in the same quotation. */
function isSameBlock(before: Line, line: Line): boolean {
  if (line.heading !== undefined || before.heading !== undefined || line.list) return false
  const style = styleOf(line)
  if (style === 'blockquote') return styleOf(before) === style && before.figure === line.figure
  return !line.startsGroup && styleOf(before) !== 'blockquote'
}

function append(block: Extract<Block, {kind: 'text'}>, {text, marks}: Line): void {
  block.marks = [...block.marks, ...moveMarks(marks, block.text.length + 1)]
  block.text += `\n${text}`
}

/** An address on a line of its own is shown, if it is of a site that offers that. */
const LONE_ADDRESS = /^[ \t]*(https?:\/\/[^\s<>"[\]]+)[ \t]*$/gim
const shownAddress = (line: string, address: string): string =>
  embedTarget(address) ? `\n\n<iframe src="${escaped(address)}"></iframe>\n\n` : line

const LAST_CITE =
  /(?:[—–-]\s*)?<cite\b(?=(?:(?!<\/cite>)[^]){1,500}<\/cite>\s*(?:<\/(?:p|footer)>\s*)*<\/blockquote>)/gi

/** Who said a quotation is on a line of its own below it. */
const withCites = (html: string): string => html.replaceAll(LAST_CITE, '<br>$&')

/** What the reader of HTML would leave out: an embed of a site that it does not know becomes a link. */
function withEmbeds(html: string, onUnknown: (name: string) => void): string {
  return html.replaceAll(
    /<iframe\b((?:"[^"]*"|'[^']*'|[^>"'])*)>(?:[^]*?<\/iframe>)?/gi,
    (tag, written: string) => {
      const address = linkTarget(unescaped(attributesIn(written)['src'] ?? ''))
      if (embedTarget(address)) return tag
      onUnknown('<iframe>')
      return address ? `<p><a href="${escaped(address)}">${escaped(address)}</a></p>` : ''
    },
  )
}

/** The reader of HTML takes a number of pictures at most. Galleries have more: they are parted between figures. */
function portions(html: string): string[] {
  const countIn = (part: string): number => part.split(/<img\b/i).length - 1
  if (countIn(html) <= LIMITS.pictures) return [html]
  const parts = ['']
  let count = 0
  for (const part of html.split(/(?<=<\/(?:figure|p)>|<img\b[^>]*>(?!<))/i)) {
    count += countIn(part)
    if (count > LIMITS.pictures) {
      parts.push(part)
      count = countIn(part)
    } else parts[parts.length - 1] += part
  }
  return parts
}

/** Boxes of the layout, whose names the reader of HTML would take for figures, and the button beside a file's link. */
const withoutLayout = (html: string): string =>
  html
    .replaceAll(/<div\b[^>]*\bwp-block-[^>]*>/gi, '<div>')
    .replaceAll(/<a\b[^>]*\bwp-block-file__button\b[^>]*>[^]*?<\/a>/gi, '')

/** A gallery is figure after figure, and its own caption is a paragraph. */
const flatGallery = (html: string): string =>
  html
    .replace(/<figcaption\b[^>]*blocks-gallery-caption[^>]*>([^]*?)<\/figcaption>/i, '<p>$1</p>')
    .replace(/^\s*<figure\b[^>]*wp-block-gallery[^>]*>([^]*)<\/figure>\s*$/i, '<div>$1</div>')

const unescaped = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll(/&#0?39;/g, "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll(/&#0?38;|&amp;/g, '&')
