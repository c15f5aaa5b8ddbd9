// Reads HTML of any origin: pages of news sites, exports of Google Docs and Word, mails.
import type {Hint, Line, Reading} from '../lines.ts'
import {embedTarget, linkTarget} from './address.ts'
import {tidy, visible} from './clean.ts'
import {hintOf, hintOfItem, isPageRole, wordsOf} from './hints.ts'
import {fontElementSize, type Look, lookOf, looksOfClasses, pointsOf} from './html-look.ts'
import {
  BLOCKS,
  hasBlankDivs,
  isQuoted,
  measure,
  type Measure,
  type Measures,
  NOTHING,
  UNREAD,
} from './html-tree.ts'
import {languageTag} from './language-tag.ts'
import {type Block, LineWriter} from './line-writer.ts'
import {settleOrnaments} from './ornaments.ts'
import {type Attached, pictureOf, Pictures} from './pictures.ts'
import type {Format} from './runs.ts'
import {tableLines} from './table.ts'
import {elementsOf, type Element, findAll, type Node, parseTree, textOf} from './tree.ts'

interface Options {
  signal?: AbortSignal | undefined
  /** Pictures that came along with the page. */
  attached?: Attached
}

/** What is around a text within its line. */
interface State {
  format: Format
  hint?: Hint | undefined
  keepsBreaks: boolean
  isInArticle: boolean
  /** What the items of the list around are. */
  list?: {kind: 'bullet' | 'number'; level: number} | undefined
}

/** Reads the text and the pictures of a page. */
export async function readHtml(
  source: string,
  {signal, attached = () => undefined}: Options = {},
): Promise<Reading> {
  const root = await parseTree(source, {isXml: false, signal})
  const reader = new HtmlReader(root, attached)
  const lines = reader.read()
  settleOrnaments(lines)
  const [html] = findAll(root, 'html')
  const [body] = findAll(root, 'body')
  const language =
    html?.attributes['lang'] ?? html?.attributes['xml:lang'] ?? body?.attributes['lang']
  return {
    format: 'html',
    lines,
    pictures: reader.pictures.list,
    language: languageTag(language),
    title: titleOf(root),
    ...siteOf(root),
  }
}

/** "Kiln Today" in the title "The old kiln burns | Kiln Today", or where the page names its site. */
function siteOf(root: Element): {site?: string} {
  for (const {attributes} of findAll(root, 'meta'))
    if (attributes['property'] === 'og:site_name') return {site: tidy(attributes['content'] ?? '')}
  const [title] = findAll(root, 'title')
  const site =
    title && /^.+(?:\s[|–—·-]\s|｜)(?<site>.+)$/u.exec(tidy(textOf(title)))?.groups?.['site']
  return site ? {site} : {}
}

function titleOf(root: Element): string | null {
  for (const {attributes} of findAll(root, 'meta')) {
    const title = tidy(attributes['content'] ?? '')
    if (attributes['property'] === 'og:title' && title !== '') return title
  }
  const [title] = findAll(root, 'title')
  return (title && tidy(textOf(title))) || null
}

/** These stay what they are, whatever is in them. */
const WHOLE: ReadonlySet<Hint | undefined> = new Set([
  'furniture',
  'pullQuote',
  'blockquote',
  'bio',
])
const BOLD = new Set(['b', 'strong'])
const ITALIC = new Set(['i', 'em', 'cite', 'dfn'])
const PLAIN: State = {
  format: {isBold: false, isItalic: false},
  keepsBreaks: false,
  isInArticle: false,
}

/** Without those of a paragraph whose first letter is large. */
const classesOf = ({attributes}: Element): string =>
  (attributes['class'] ?? '').replace(/\S*(?:first|drop|initial)\S*/giu, '').trim()

class HtmlReader {
  readonly pictures = new Pictures()
  readonly #writer = new LineWriter()
  readonly #root: Element
  readonly #attached: Attached
  readonly #measures: Measures
  readonly #looks: Map<string, Look>
  readonly #hasBlankDivs: boolean
  #figures = 0
  /** Characters of the caption that is being read. */
  #captionText = 0

  constructor(root: Element, attached: Attached) {
    this.#root = root
    this.#attached = attached
    this.#measures = measure(root)
    this.#looks = looksOfClasses([...findAll(root, 'style')].map(textOf).join('\n'))
    this.#hasBlankDivs = hasBlankDivs(root, this.#measures)
  }

  read(): Line[] {
    this.#children(this.#root, PLAIN)
    return this.#writer.finish()
  }

  #measure(element: Element): Measure {
    return this.#measures.get(element) ?? NOTHING
  }

  #children(element: Element, state: State): void {
    const isPage = this.#writer.block.hint === 'furniture'
    const inRow = this.#writer.block.heading ? new Set() : rowsOfLinks(element.children, isPage)
    const isCaption = this.#writer.block.hint === 'caption'
    for (const [index, child] of element.children.entries()) {
      this.#node(child, state)
      if (inRow.has(child) || isBesidePart(element.children[index + 1], child, isCaption))
        this.#writer.endLine()
    }
  }

  #node(node: Node, state: State): void {
    if (typeof node === 'string') this.#text(node, state)
    else if (!UNREAD.has(node.name)) this.#element(node, state)
  }

  #text(text: string, {format, hint, keepsBreaks}: State): void {
    if (!keepsBreaks) return this.#writer.text(text, format, hint)
    for (const [index, line] of text.split(/\r\n?|\n/).entries()) {
      if (index > 0) this.#writer.breakLine()
      this.#writer.text(line, format, hint)
    }
  }

  #element(element: Element, state: State): void {
    const {name, attributes} = element
    const look = this.#lookOf(attributes)
    if (this.#isHidden(element, look)) return
    if (name === 'br') this.#writer.breakLine()
    else if (name === 'img' || name === 'amp-img') this.#picture(element, state)
    else if (name === 'iframe' || name === 'video' || name === 'audio' || name === 'embed')
      this.#embed(element)
    else if (name === 'ruby') this.#ruby(element, state)
    else if (isNoteMark(element) || (name === 'del' && attributes['datetime'])) return
    else if (BLOCKS.has(name) || look.isBlock)
      this.#block(element, look, this.#inner(element, look, state))
    else this.#inline(element, look, state)
  }

  /** What is hidden with most of the page in it is shown by a script later. */
  #isHidden(element: Element, look: Look): boolean {
    const {attributes, name} = element
    if (name === 'object' || (name === 'dialog' && attributes['open'] === undefined)) return true
    const isSaid =
      (look.isHidden ?? false) ||
      attributes['hidden'] !== undefined ||
      (attributes['aria-hidden'] === 'true' &&
        this.#writer.block.figure === undefined &&
        // Its words are in the text, too, so that they are not read out.
        this.#namedHint(element) !== 'pullQuote')
    return isSaid && !this.#isMostOfPage(element)
  }

  #isMostOfPage(element: Element): boolean {
    const {text, hasTitle} = this.#measure(element)
    return text > 0 && (hasTitle || text * 2 > this.#measure(this.#root).text)
  }

  #lookOf({class: classes, style}: Record<string, string>): Look {
    const looks: Look[] = []
    if (classes) for (const name of classes.split(/\s+/)) looks.push(this.#looks.get(name) ?? {})
    if (style) looks.push(lookOf(style))
    return looks.length === 1 ? looks[0]! : Object.assign({}, ...looks)
  }

  #inner({name, attributes}: Element, look: Look, state: State): State {
    const {format} = state
    const isBold = look.isBold ?? (BOLD.has(name) || format.isBold)
    const isItalic = look.isItalic ?? (ITALIC.has(name) || format.isItalic)
    const own = look.size === undefined ? undefined : pointsOf(look.size, format.size)
    const size =
      own ?? (name === 'font' ? fontElementSize(attributes['size']) : undefined) ?? format.size
    const href = name === 'a' ? linkTarget(attributes['href']) : format.href
    return {
      ...state,
      format: {isBold, isItalic, ...(size ? {size} : {}), ...(href ? {href} : {})},
      keepsBreaks: look.keepsBreaks ?? (name === 'pre' || state.keepsBreaks),
      isInArticle: state.isInArticle || name === 'article' || name === 'main',
      list: LISTS.has(name) ? listWithin(state.list, name) : state.list,
    }
  }

  #inline(element: Element, look: Look, state: State): void {
    // "View in fullscreen" between a picture and its caption
    const isApart = element.name === 'button' && this.#writer.block.figure !== undefined
    if (isApart) this.#writer.endBlock()
    const inner = this.#inner(element, look, state)
    if (!WHOLE.has(this.#writer.block.hint)) inner.hint = this.#inlineHint(element) ?? state.hint
    if (element.name === 'q') this.#text('“', inner)
    this.#children(element, inner)
    if (element.name === 'q') this.#text('”', inner)
    // "Credit", which is only read out, before the name of a photographer.
    if (this.#writer.block.figure !== undefined && isReadOut(element)) this.#text(': ', inner)
    if (isApart) this.#writer.endBlock()
  }

  #inlineHint(element: Element): Hint | undefined {
    const {name} = element
    const {hint: around, figure} = this.#writer.block
    if (name === 'button') return 'furniture'
    const own = this.#namedHint(element)
    if (figure !== undefined) {
      const isSmall = around === 'caption' && (name === 'small' || name === 'cite')
      if (isSmall && this.#measure(element).text < this.#captionText) return 'credit'
      if (own === 'byline' || own === 'bio') return 'credit'
      return own === 'caption' || own === 'credit' ? own : undefined
    }
    if (own !== 'furniture' && own !== 'blockquote')
      return own ?? (name === 'time' ? 'time' : undefined)
    return around === undefined && own === 'furniture' && !this.#isMostOfPage(element)
      ? own
      : undefined
  }

  /** What the names of an element say. Behind a paragraph of the body, nothing is a headline. */
  #namedHint(element: Element): Hint | undefined {
    const {name, attributes} = element
    const {text} = this.#measure(element)
    if (text === 0) return undefined
    if (/(?:^|\s)author(?:\s|$)/.test(attributes['rel'] ?? '') && text < 200) return 'byline'
    let names = ''
    for (const attribute of NAMES) names += ` ${attributes[attribute] ?? ''}`
    // The ID of a heading is made of its words.
    if (!HEADING.test(name)) names += ` ${attributes['id'] ?? ''}`
    // A box of another article is not a paragraph: "teaser", above the text "ab-teaser".
    const teaser = this.#writer.hasBody ? /^teaser$/u : /^(?:[a-z]{1,4} )?teaser$/u
    const isTeaser = name === 'p' && teaser.test(wordsOf(names))
    const hint =
      hintOfItem(attributes['itemprop']) ?? (isTeaser ? 'dek' : hintOf(names.trim(), text))
    return hint && TOP.has(hint) && this.#writer.hasBody ? undefined : hint
  }

  #block(element: Element, look: Look, state: State): void {
    const writer = this.#writer
    const outer = writer.block
    const block = this.#blockOf(element, look, outer, state)
    const isLine = element.name === 'div' && this.#hasBlankDivs && block.hint === outer.hint
    const end = (): void => (isLine ? writer.endLine() : writer.endBlock())
    end()
    writer.block = block
    if (block.hint === 'caption' && outer.hint !== 'caption')
      this.#captionText = this.#measure(element).text
    if (element.name === 'table') this.#table(element, state)
    else this.#children(element, {...state, hint: undefined})
    if (element.name === 'blockquote') this.#post(element)
    end()
    writer.block = outer
  }

  #blockOf(element: Element, look: Look, outer: Block, state: State): Block {
    const {name} = element
    const starts = outer.figure === undefined && this.#isFigure(element)
    const hint = this.#blockHint(element, outer, {starts, isInArticle: state.isInArticle})
    const isBox = hint !== outer.hint && (hint === 'blockquote' || hint === 'pullQuote')
    const figure = starts || isBox ? (this.#figures += 1) : outer.figure
    const heading = HEADING.test(name) ? Number(name[1]) : outer.heading
    const isList = LISTS.has(name)
    const list = name === 'li' ? itemOf(state.list) : (wordListItem(element) ?? outer.list)
    const isIndented = look.isIndented ?? (name === 'blockquote' ? false : outer.isIndented)
    return {
      ...(hint ? {hint} : {}),
      ...(heading ? {heading} : {}),
      ...(list && !isList ? {list} : {}),
      ...(figure === undefined ? {} : {figure}),
      ...(isIndented && !isList ? {isIndented} : {}),
      shape: `${outer.shape?.split('>').at(-1) ?? ''}>${name}.${classesOf(element)}`,
    }
  }

  #blockHint(
    element: Element,
    outer: Block,
    around: {starts: boolean; isInArticle: boolean},
  ): Hint | undefined {
    if (WHOLE.has(outer.hint)) return outer.hint
    if (this.#isPagePart(element, around.isInArticle)) return 'furniture'
    const {name} = element
    const own = this.#ownHint(element)
    if (HEADING.test(name))
      return own === 'headline' || own === 'kicker' || own === 'dek' ? own : undefined
    if (around.starts || outer.figure !== undefined) {
      if (own === 'byline' || own === 'bio') return 'credit'
      if (own === 'caption' || own === 'credit' || own === 'pullQuote') return own
      if (name === 'figcaption') return 'caption'
      return around.starts && !this.#measure(element).hasCaption ? 'caption' : outer.hint
    }
    if (own) return own
    if (name === 'blockquote' && !isQuotedMail(element)) return 'blockquote'
    if (name === 'aside' && isQuoted(element.children)) return 'pullQuote'
    return outer.hint
  }

  /** What the names of a block say, if it is as small as such a part is. */
  #ownHint(element: Element): Hint | undefined {
    const own = this.#namedHint(element)
    if (own === 'furniture') return undefined
    const {headings, textBlocks} = this.#measure(element)
    const isLarge = textBlocks > 3 || (headings > 0 && !HEADING.test(element.name))
    return isLarge && own && SMALL.has(own) ? undefined : own
  }

  /** Whether an element belongs to the page around the article. */
  #isPagePart(element: Element, isInArticle: boolean): boolean {
    const {name, attributes} = element
    const {text, linkText, pictures} = this.#measure(element)
    if (text + pictures === 0 || ARTICLE.has(name) || this.#isMostOfPage(element)) return false
    if (name === 'nav' || (name === 'footer' && !isInArticle) || isPageRole(attributes['role']))
      return true
    // Above the body, a link in a box is the kicker.
    if (name === 'form' && text < 400) return true
    if (hintOf(attributes['aria-label'] ?? '', text) === 'furniture' && text < 600) return true
    const isAside = name === 'aside' && this.#writer.hasBody
    if (isAside && text < 600 && linkText * 2 >= text) return true
    return this.#namedHint(element) === 'furniture'
  }

  /** A picture with a short text. */
  #isFigure(element: Element): boolean {
    const {name, attributes} = element
    const {pictures, embeds, text, linkText, headings, paragraphs, textBlocks} =
      this.#measure(element)
    if (name === 'figure') return pictures + embeds > 0
    if (pictures === 0 || text === 0 || text > 600 || headings > 0 || ARTICLE.has(name))
      return false
    if (PICTURE_WORDS.test(wordsOf(attributes['class'] ?? ''))) return true
    return (
      pictures === 1 && text <= 400 && paragraphs === 0 && textBlocks <= 2 && linkText * 2 < text
    )
  }

  #picture({attributes}: Element, {format, hint}: State): void {
    const {block} = this.#writer
    const alt = attributes['alt'] ?? ''
    if (/^\p{RGI_Emoji}+$/v.test(alt.trim())) return this.#writer.text(alt, format, hint)
    const isLogo = Number(attributes['width']) <= 32 && Number(attributes['height']) <= 32
    if (isLogo || block.hint === 'furniture') return
    const picture = pictureOf(attributes, this.#attached)
    if (picture) this.#writer.show({picture: this.pictures.add(picture)})
  }

  #embed(element: Element): void {
    const {name} = element
    if (this.#writer.block.hint === 'furniture') return
    const sources = [element, ...findAll(element, 'source')].map((each) => each.attributes)
    const addresses = sources.flatMap(({src, 'data-src': later}) => [src, later])
    const isFilm = name === 'video' || name === 'audio'
    const target = addresses.map(isFilm ? linkTarget : embedTarget).find((address) => address)
    if (!target) return
    this.#writer.endBlock()
    this.#writer.show({embed: target})
    this.#writer.endBlock()
  }

  /** A post of a social site, after its text. */
  #post(element: Element): void {
    const {attributes} = element
    if (!POST_WORDS.test(wordsOf(attributes['class'] ?? ''))) return
    const links = [...findAll(element, 'a')].map((link) => link.attributes['href']).toReversed()
    const addresses = [attributes['cite'], attributes['data-instgrm-permalink'], ...links]
    const embed = addresses.map(embedTarget).find((address) => address)
    this.#writer.endBlock()
    if (embed) this.#writer.show({embed})
  }

  /** How a word is read is written behind it in brackets. */
  #ruby(element: Element, state: State): void {
    const hasBrackets = elementsOf(element).some(({name}) => name === 'rp')
    for (const child of element.children) {
      const isReading = typeof child !== 'string' && (child.name === 'rt' || child.name === 'rtc')
      if (isReading && !hasBrackets) this.#text('（', state)
      this.#node(child, state)
      if (isReading && !hasBrackets) this.#text('）', state)
    }
  }

  #table(table: Element, state: State): void {
    const {hint, figure} = this.#writer.block
    const rows: Line[][][] = []
    const inner = {...state, hint: undefined}
    const read = (node: Node): Line[] =>
      this.#writer.collect(() => {
        this.#node(node, inner)
      })
    const visit = (element: Element): void => {
      for (const child of element.children.filter(isFilled)) {
        const name = typeof child === 'string' ? '' : child.name
        if (typeof child === 'string' || !TABLE_PARTS.has(name)) rows.push([read(child)])
        else if (name === 'tr') rows.push(child.children.filter(isFilled).map(read))
        else visit(child)
      }
    }
    visit(table)
    const isLayout = hint === 'furniture' || figure !== undefined
    this.#writer.add(isLayout ? rows.flat(2) : tableLines(rows, () => (this.#figures += 1)))
  }
}

const TABLE_PARTS = new Set(['tbody', 'thead', 'tfoot', 'form', 'tr'])
const isFilled = (node: Node): boolean => typeof node !== 'string' || /\S/.test(node)
const HEADING = /^h[1-6]$/
/** Where sites say what an element is. */
const NAMES = [
  'class',
  'data-component',
  'data-testid',
  'data-test-id',
  'data-qa',
  'data-gu-name',
  'data-block',
]
const TOP: ReadonlySet<Hint> = new Set(['headline', 'kicker', 'dek'])
const ARTICLE = new Set(['', 'html', 'body', 'main', 'article'])
/** Parts of an article that are a line or two. */
const SMALL: ReadonlySet<Hint> = new Set([
  'headline',
  'kicker',
  'dek',
  'byline',
  'dateline',
  'time',
  'credit',
])
const PICTURE_WORDS = /\b(?:wp caption|photo|image|picture|figure|media|foto|img|bild)\b/
const POST_WORDS = /\b(?:tweet|media|embed|post)\b/

const LISTS = new Set(['ul', 'ol', 'menu'])

const listWithin = (outer: State['list'], name: string): NonNullable<State['list']> => ({
  kind: name === 'ol' ? 'number' : 'bullet',
  level: (outer?.level ?? 0) + 1,
})

const itemOf = (list = listWithin(undefined, 'ul')): NonNullable<Block['list']> => ({
  ...list,
  isUsed: false,
})

/** Word writes lists as paragraphs with a bullet in a font of its own. */
function wordListItem(element: Element): Block['list'] {
  const {class: classes = '', style = ''} = element.attributes
  if (element.name !== 'p' || !/MsoList|mso-list/i.test(classes + style)) return undefined
  for (const span of findAll(element, 'span')) {
    const look = span.attributes['style'] ?? ''
    if (!/mso-list:\s*ignore|font-family:\s*["']?(?:symbol|wingdings|courier new)/i.test(look))
      continue
    const isNumber = /^\(?(?:\d+|[a-z]{1,4})[.)]/i.test(tidy(textOf(span)))
    span.children = []
    return itemOf(listWithin(undefined, isNumber ? 'ol' : 'ul'))
  }
  return undefined
}

/** A reply quotes the mail that it answers, which is where the article may be. */
const isQuotedMail = ({attributes}: Element): boolean =>
  attributes['type'] === 'cite' || /gmail_quote/.test(attributes['class'] ?? '')

/** The small number that leads to a footnote. */
function isNoteMark(element: Element): boolean {
  if (element.name !== 'sup' && element.name !== 'a') return false
  const link = element.name === 'a' ? element : elementsOf(element).find(({name}) => name === 'a')
  const isMark = /^[[(]?(?:\d{1,3}|[*†‡])[\])]?$/.test(tidy(textOf(element)))
  return isMark && /^#.*(?:note|fn|ref)/i.test(link?.attributes['href'] ?? '')
}

/** Links next to each other are lines of their own: a menu, two buttons, two days. */
function rowsOfLinks(nodes: Node[], isPage: boolean): ReadonlySet<Node> {
  const found = new Set<Node>()
  let row: Node[] = []
  const end = (): void => {
    const parts = row.filter((node) => typeof node !== 'string' || visible(node).trim() !== '')
    const isRow = parts.every(
      (node) => typeof node !== 'string' && (isPage ? PAGE_ROW : ROW).has(node.name),
    )
    // One link may be in several pieces.
    const targets = parts.map((node) => typeof node !== 'string' && node.attributes['href'])
    const isOneLink = targets[0] && new Set(targets).size === 1 && /^(?!#)/.test(targets[0])
    // Links that are pieces of one sentence.
    const isBroken = !isPage && parts.some((node) => /^\s*\p{Ll}/u.test(textOf(node)))
    if (parts.length > 1 && isRow && !isOneLink && !isBroken)
      for (const node of parts) found.add(node)
    row = []
  }
  for (const node of nodes) {
    if (typeof node !== 'string' && (BLOCKS.has(node.name) || node.name === 'br')) end()
    else row.push(node)
  }
  end()
  return found
}

/** Parts of a caption without a space between them, which the page shows below each other. */
const isBesidePart = (next: Node | undefined, node: Node, isCaption: boolean): boolean =>
  isCaption &&
  typeof node !== 'string' &&
  next !== undefined &&
  typeof next !== 'string' &&
  node.name === 'span' &&
  next.name === 'span' &&
  /[\p{L}\p{N}][.!?]?$/u.test(textOf(node)) &&
  /^\p{L}/u.test(textOf(next))

/** A label that a page has for those who hear it. */
const isReadOut = (element: Element): boolean =>
  /\b(?:visually hidden|sr only|screen reader(?: text)?|a11y|offscreen|assistive(?: text)?)\b/.test(
    wordsOf(element.attributes['class'] ?? ''),
  ) && /^\s*\p{L}[\p{L} ]{2,20}$/u.test(textOf(element))

const ROW = new Set(['a', 'button', 'time'])
const PAGE_ROW = new Set([...ROW, 'span', 'label', 'b', 'strong'])
