// How much of an article was found: hits among what is there and what was found (F1), for each kind of thing.
import type {Article} from '../src/article.ts'

interface GoldPhoto {
  caption: string
  creditLine: string | null
  creator: string | null
  holder: string | null
}

interface GoldQuote {
  block: number
  words: string
  form: string
  speakers: {name: string; title: string | null; affiliation: string | null}[]
  attribution?: string | null
}

export interface Gold {
  id: string
  language: string
  kicker: string | null
  headline: string | null
  dek: string | null
  dateline: string | null
  bylines: {name: string}[]
  photos: GoldPhoto[]
  body: {kind: string; style?: string; text?: string}[]
  quotes: GoldQuote[]
  furniture: string[]
}

export const MEASURES = [
  'headline',
  'dek',
  'kicker',
  'dateline',
  'byline',
  'subhead',
  'caption',
  'credit',
  'creatorHolder',
  'quote',
  'form',
  'speaker',
  'title',
  'block',
  'order',
  'furniture',
] as const
export type Measure = (typeof MEASURES)[number]

/** Without what only print makes different: marks, ornaments, case, the full stop at the end. */
const plain = (text: string | null | undefined): string =>
  (text ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[“”„«»‘’'"「」『』‹›]/gu, '')
    .replace(/[・■◆●►▽•–—-]/gu, ' ')
    .replace(/[.,;:。、．，\s]+$/u, '')
    .replace(/\s+/gu, ' ')
    .trim()

interface Tally {
  hits: number
  gold: number
  found: number
}

/** Sums up articles. */
export class Score {
  private readonly tallies = new Map<Measure, Tally>()

  add(gold: Gold, article: Article): void {
    const wanted = thingsOf(gold)
    const got = thingsIn(article)
    for (const measure of MEASURES) {
      const tally = this.tallies.get(measure) ?? {hits: 0, gold: 0, found: 0}
      const left = [...got[measure]]
      for (const thing of wanted[measure]) {
        const at = left.indexOf(thing)
        if (at < 0) continue
        tally.hits += 1
        left.splice(at, 1)
      }
      tally.gold += wanted[measure].length
      tally.found += got[measure].length
      this.tallies.set(measure, tally)
    }
  }

  of(measure: Measure): number {
    const {hits, gold, found} = this.tallies.get(measure) ?? {hits: 0, gold: 0, found: 0}
    return gold + found === 0 ? 1 : (2 * hits) / (gold + found)
  }

  get mean(): number {
    return MEASURES.reduce((sum, measure) => sum + this.of(measure), 0) / MEASURES.length
  }
}

type Things = Record<Measure, string[]>

const one = (text: string | null | undefined): string[] => (text ? [plain(text)] : [])
const all = (texts: readonly (string | null | undefined)[]): string[] => texts.map(plain)

function thingsOf(gold: Gold): Things {
  return things({
    ...gold,
    bylines: gold.bylines.map(({name}) => name),
    body: gold.body,
    quotes: gold.quotes,
    furniture: gold.furniture,
  })
}

function thingsIn(article: Article): Things {
  return things({
    kicker: article.kicker?.text ?? null,
    headline: article.headline?.text ?? null,
    dek: article.dek?.text ?? null,
    dateline: article.dateline?.text ?? null,
    bylines: article.bylines.map(({name}) => name),
    photos: article.photos,
    body: article.body.map((block) =>
      block.kind === 'embed' ? {kind: block.kind, text: block.address} : block,
    ) as Gold['body'],
    quotes: article.quotes,
    furniture: article.furniture.map(({text}) => text),
  })
}

interface Source extends Pick<
  Gold,
  'kicker' | 'headline' | 'dek' | 'dateline' | 'photos' | 'body' | 'quotes' | 'furniture'
> {
  bylines: string[]
}

function things({
  kicker,
  headline,
  dek,
  dateline,
  bylines,
  photos,
  body,
  quotes,
  furniture,
}: Source): Things {
  const credited = photos.filter(({creditLine}) => creditLine)
  const who = ({speakers, attribution}: GoldQuote) =>
    speakers.length > 0
      ? speakers
          .map(({name}) => plain(name))
          .toSorted()
          .join('+')
      : plain(attribution)
  const blocks = body
    .filter(({kind, text}) => text || kind === 'photo')
    .map(({kind, text}) => (kind === 'photo' ? '[photo]' : plain(text)))
  return {
    headline: one(headline),
    dek: one(dek),
    kicker: one(kicker),
    dateline: one(dateline),
    byline: all(bylines),
    subhead: all(body.filter(({style}) => /^h\d/.test(style ?? '')).map(({text}) => text)),
    caption: all(photos.map(({caption}) => caption)),
    credit: all(credited.map(({creditLine}) => creditLine)),
    creatorHolder: credited.map(({creditLine, creator, holder}) =>
      [creditLine, creator, holder].map(plain).join('|'),
    ),
    quote: all(quotes.map(({words}) => words)),
    form: quotes.map(({words, form}) => `${plain(words)}|${form}`),
    speaker: quotes.map((quote) => `${plain(quote.words)}|${who(quote)}`),
    title: quotes.flatMap(({words, speakers}) =>
      speakers.flatMap(({name, title, affiliation}) =>
        title || affiliation ? [[words, name, title, affiliation].map(plain).join('|')] : [],
      ),
    ),
    block: all(body.filter(({text}) => text).map(({text}) => text)),
    order: blocks.map((block, index) => `${blocks[index - 1] ?? ''}→${block}`),
    furniture: all(furniture.flatMap((text) => text.split('\n'))),
  }
}
