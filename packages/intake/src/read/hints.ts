// What the names of classes, styles and roles say about a text. Names differ from site to site, so
// only their words count, and only where the text is as short as such a part is.
import type {Hint} from '../lines.ts'

const PAGE_PARTS = [
  'share(?:d|bar|tools?|links?|buttons?|this)?|sharing|social(?! ?(?:media )?(?:posts?|embeds?|cards?))',
  'related|recirc(?:ulation)?|recommend(?:ed|ations?)|trending|most (?:read|viewed|popular)|read (?:more|next|also)',
  'more (?:stories|from)|links block|topic list|topics|tags|tag list|lire aussi|outbrain|taboola|(?<!(?:article|story|post|entry|content|artikel|beitrag|page) (?:\\w+ )?)teasers?|promos?|promotion',
  'newsletters?|mail ?mag(?:azine)?|sns|opt ?in|sign ?up|subscribe|subscription|paywall|cookies?|consent|gdpr|popup|modal|toolbar|toolbox',
  'nav|navbar|navigation|menu|breadcrumbs?|sidebar|widget area|skip|masthead|(?:site|page|global|main|top) header',
  'comments|disqus|share ?daddy|related ?posts|onward|ads?|adverts?|advertisements?|sponsor(?:ed)?|(?<!(?:article|story|post|entry|content|card) )footer',
  'gmail (?:attr|signature)|moz (?:cite prefix|signature)|email signature|postal email header',
]
const AUTHOR = 'author|about|writer|contributor|auteur|autor'

/** The first that fits counts. `length` is the longest text that such a part has. */
const HINTS: readonly {hint: Hint; words: RegExp; length: number}[] = [
  {hint: 'furniture', words: words(PAGE_PARTS.join('|')), length: Infinity},
  {
    hint: 'pullQuote',
    words: words('pull ?quote|pull(?! (?:left|right|down|request))|pq|intense quote'),
    length: 900,
  },
  {hint: 'blockquote', words: words('block ?quote|mso quote|block text'), length: 5000},
  {hint: 'callToAction', words: words('cta|call ?to ?action'), length: 400},
  {
    hint: 'bio',
    words: words(
      `bio|biography|shirttail|(?:${AUTHOR}) (?:\\w+ )*(?:box|bio|description|desc|note)|about (?:the )?author`,
    ),
    length: 1500,
  },
  {
    hint: 'credit',
    words: words(
      '(?:photo|image|picture|img|foto|bild)(?:graph)? ?(?:credits?|source|copyright)|credits?',
    ),
    length: 200,
  },
  {
    hint: 'caption',
    words: words('captions?|cutline|bildunterschrift|legende|légende'),
    length: 1500,
  },
  {
    hint: 'dek',
    words: words(
      'dek|deck|stand ?first|(?:article |story |content |post |entry )?(?:summary|excerpt|desc)|(?:article|story|post|entry|content|artikel|beitrag|page) (?:\\w+ )?(?:teaser|intro(?:duction)?|abstract|description|lead)|intro(?:duction)?(?: text)?|teaser text|sub ?title|sub ?headline|sub ?hed|lede|lead (?:in|text|paragraph)|lead(?! \\S)|chapo|chapeau|vorspann|untertitel|sous titre|subtítulo|subtitulo|entradilla|bajada|copete|sumario|sommario|catenaccio',
    ),
    length: 600,
  },
  {
    hint: 'kicker',
    words: words(
      'kicker|eyebrow|overline|sur ?titre|rubrique|dachzeile|topline|ante ?titulo|volanta|cintillo|occhiello|section (?:label|name|title)|article section',
    ),
    length: 100,
  },
  {hint: 'headline', words: words('(?<!sub ?)headline|hed|mso title'), length: 300},
  {
    hint: 'byline',
    words: words('bylines?|by line|authors?|auteurs?|autore?s?|firma|contributors?'),
    length: 250,
  },
  {hint: 'dateline', words: words('dateline'), length: 80},
  {
    hint: 'time',
    words: words('time|timestamp|date ?time|date|pub ?date|published|updated|last modified'),
    length: 120,
  },
]

function words(alternatives: string): RegExp {
  return new RegExp(`(?<!\\S)(?:${alternatives})(?!\\S)`, 'u')
}

/** The words of names such as `article-byline`, `siteNav` and `MsoCaption`. */
export const wordsOf = (names: string): string =>
  names
    .replaceAll(/(?<=[\p{Ll}\d])(?=\p{Lu})/gu, ' ')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const known = new Map<string, readonly (typeof HINTS)[number][]>()

/** What names say about a text of some length. */
export function hintOf(allNames: string, length: number): Hint | undefined {
  const names = allNames.slice(0, 300)
  if (names === '') return undefined
  let fitting = known.get(names)
  if (!fitting) {
    const spaced = wordsOf(names)
    fitting = HINTS.filter(({words}) => words.test(spaced))
    if (known.size > 2000) known.clear()
    known.set(names, fitting)
  }
  return fitting.find((candidate) => length <= candidate.length)?.hint
}

const BY_ITEM: ReadonlyMap<string, Hint> = new Map([
  ['headline', 'headline'],
  ['alternativeHeadline', 'dek'],
  ['description', 'dek'],
  ['author', 'byline'],
  ['datePublished', 'time'],
  ['dateModified', 'time'],
  ['articleSection', 'kicker'],
  ['caption', 'caption'],
  ['creditText', 'credit'],
  ['copyrightHolder', 'credit'],
])

/** What schema.org's name of a property says. */
export const hintOfItem = (property: string | undefined): Hint | undefined =>
  BY_ITEM.get(property?.trim().split(/\s+/)[0] ?? '')

/** Roles of what is around an article. */
export const isPageRole = (role: string | undefined): boolean =>
  /^(?:navigation|banner|contentinfo|dialog|alertdialog|search|menu|menubar|toolbar)$/.test(
    role?.trim() ?? '',
  )
