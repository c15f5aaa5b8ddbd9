// Shortcodes of WordPress, such as [caption] and [gallery], become HTML. The text inside any other is kept.

export interface ShortcodeOptions {
  /** IDs of the pictures that a gallery without a list shows. */
  children: readonly string[]
  /** Is told the name of a shortcode that only the site itself could show. */
  onUnknown: (name: string) => void
}

type Attributes = Readonly<Record<string, string>>

/** Text with its shortcodes as HTML. What WordPress would print as it is, such as "[sic]", stays. */
export function expandShortcodes(text: string, options: ShortcodeOptions): string {
  if (!text.includes('[')) return text
  let html = text
  for (let depth = 0; depth < 5; depth++) {
    const before = html
    html = replaceEnclosing(html, options)
    if (html === before) break
  }
  return html
    .replaceAll(SINGLE, (whole, name: string, written: string) => {
      const known = single(name.toLowerCase(), attributesIn(written), options)
      if (known !== undefined) return known
      if (!isSurely(name, written)) return whole
      options.onUnknown(name)
      return ''
    })
    .replaceAll(ESCAPED, '$1')
}

const NAME = String.raw`([a-z][\w-]*)`
/** Attributes: a closing bracket may be in quotation marks. */
const ATTRIBUTES = String.raw`((?:\s(?:"[^"]*"|'[^']*'|[^\]"'])*)?)`
const ENCLOSING = new RegExp(
  String.raw`(?<!\[)\[${NAME}${ATTRIBUTES}(?<!/)\]((?:(?!\[\1[\s\]])[^])*?)\[/\1\](?!\])`,
  'gi',
)
const SINGLE = new RegExp(String.raw`(?<!\[)\[${NAME}${ATTRIBUTES}/?\](?!\])`, 'gi')
/** Two brackets show a shortcode to the readers. */
const ESCAPED = /\[(\[[^[\]]*\])\]/g

function replaceEnclosing(text: string, options: ShortcodeOptions): string {
  return text.replaceAll(ENCLOSING, (_whole, name: string, written: string, given: string) => {
    const attributes = attributesIn(written)
    const inner = replaceEnclosing(given, options)
    switch (name.toLowerCase()) {
      case 'caption':
      case 'wp_caption':
        return caption(attributes, inner)
      case 'media-credit':
        return inner.replace(
          /<img\b/i,
          (tag) => `${tag} data-credit="${escaped(creditOf(attributes))}"`,
        )
      case 'embed':
        return shown(inner)
      case 'gallery':
        return gallery(attributes, options) + inner
      case 'video':
      case 'audio':
        return shown(fileOf(attributes) || inner)
      default:
        options.onUnknown(name)
        return inner
    }
  })
}

function single(
  name: string,
  attributes: Attributes,
  options: ShortcodeOptions,
): string | undefined {
  switch (name) {
    case 'gallery':
      return gallery(attributes, options)
    case 'embed':
    case 'youtube':
    case 'vimeo':
      return shown(attributes['src'] ?? attributes['url'] ?? attributes['0'] ?? '')
    case 'video':
    case 'audio':
      return shown(fileOf(attributes))
    default:
      return undefined
  }
}

/** Before WordPress 3.4 the caption was an attribute. */
function caption({id = '', caption: old}: Attributes, inner: string): string {
  const picture = /(?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?/i.exec(inner)?.[0]
  if (!picture) return inner
  const words = old ?? inner.replace(picture, '').trim()
  const attachment = /^attachment_(\d+)$/.exec(id)?.[1]
  const image = attachment
    ? picture.replace(/<img\b/i, (tag) => `${tag} data-id="${attachment}"`)
    : picture
  return `\n\n<figure>${image}<figcaption>${words}</figcaption></figure>\n\n`
}

function gallery({ids, include}: Attributes, {children}: ShortcodeOptions): string {
  const chosen = (ids ?? include ?? '').match(/\d+/g) ?? children
  return `\n\n${chosen.map((id) => `<figure><img data-id="${id}" alt=""></figure>`).join('\n')}\n\n`
}

const creditOf = ({name, credit}: Attributes): string => name ?? credit ?? ''

const fileOf = (attributes: Attributes): string =>
  ['src', 'mp4', 'webm', 'ogv', 'm4v', 'mp3', 'm4a', 'ogg', 'wav']
    .map((name) => attributes[name])
    .find((address) => address) ??
  attributes['0'] ??
  ''

const shown = (address: string): string =>
  address.trim() ? `\n\n<iframe src="${escaped(address.trim())}"></iframe>\n\n` : ''

/** A word in brackets can be a word in brackets. */
const isSurely = (name: string, written: string): boolean =>
  /[_-]|\d/.test(name) || /[\w-]\s*=\s*\S/.test(written)

/** Attributes by name, and those without a name by position. */
export function attributesIn(written: string): Attributes {
  const found: Record<string, string> = {}
  let position = 0
  const each = /(?:([\w-]+)\s*=\s*)?(?:"([^"]*)"|'([^']*)'|([^\s"'=/][^\s"']*))/g
  for (const [, name, double, single_, bare] of written.matchAll(each)) {
    const value = double ?? single_ ?? bare ?? ''
    found[name?.toLowerCase() ?? String(position++)] = value
  }
  return found
}

/** As the value of an attribute. */
export const escaped = (text: string): string =>
  text
    .replaceAll('&amp;', '&')
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
