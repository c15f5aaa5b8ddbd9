// Whose words stand where: quotation marks belong to quotes, and real people's quotes to their source.
import {describe, expect, test} from 'vitest'
import {byId, documents, ofType} from './support.ts'

/** Word for word as JAPAN Forward printed them in March 2024. */
const QUOTED_BY_JAPAN_FORWARD: Record<string, string> = {
  'quote-wolf-growth':
    "The priority that they have given to growth has been reduced. Yes, they should be able to get richer, but it's going to become more difficult",
  'quote-asia-society-surprises': 'Li Qiang is unlikely to deliver any big surprises',
  'quote-global-times-training':
    'only through realistic combat training can its force maintain the capability to safeguard national sovereignty, territorial integrity and to serve as a credible deterrent in preventing wars',
  'quote-green-election':
    "I don't think China will want to say much about the situation in the US during an election year",
  'quote-green-wait': 'It will probably adopt a wait-and-see approach and avoid antagonism',
  'quote-cho-lockstep': 'always moved in lockstep',
}

const QUOTATION_MARKS = /["“”„«»「」『』]|(^|\s)[‘'](?=\S)/

const plain = (blocks: any[]): string =>
  blocks
    .flatMap(({children, body, points, text, title}: any) =>
      children
        ? children.map((child: any) => child.text).join('')
        : [title, text, ...(points ?? []), ...(body ? [plain(body)] : [])],
    )
    .filter(Boolean)
    .join('\n')

/** The text without its quotations: words that are tied to a quote, in their quotation marks. */
const withoutQuotations = (blocks: any[]): string =>
  plain(
    blocks.map((block) =>
      block._type === 'block'
        ? {...block, children: block.children.map((child: any) => unquoted(block, child))}
        : block,
    ),
  ).replace(/“~[.,]?”/g, '')

const unquoted = ({markDefs}: any, child: any) =>
  markDefs.some((def: any) => def._type === 'quotation' && child.marks.includes(def._key))
    ? {...child, text: '~'}
    : child

const articles = documents.filter(({_type}) => _type === 'article') as any[]

describe('quotation marks', () => {
  test.each(articles.map(({_id}) => _id))(
    'in %s are around quotations only: quotes are documents',
    (id) => {
      const article = byId(id)
      const words = [
        article.headline,
        article.dek,
        article.updatedNote,
        ...(article.keyPoints ?? []),
      ]
      const captions = [article.leadPhoto, ...article.body].map((member: any) => member?.caption)
      for (const text of [...words, ...captions, withoutQuotations(article.body)]) {
        expect(text ?? '').not.toMatch(QUOTATION_MARKS)
      }
    },
  )

  test('are in no paraphrase and in no attribution', () => {
    for (const {_id, kind, text, attribution} of ofType('expertQuote')) {
      if (kind === 'paraphrase') expect(text, _id).not.toMatch(QUOTATION_MARKS)
      expect(attribution, _id).not.toMatch(QUOTATION_MARKS)
    }
  })
})

describe('the Two Sessions explainer', () => {
  const article = byId('article-two-sessions')
  const used = ofType('expertQuote').filter(({_id}) =>
    JSON.stringify(article.body).includes(`"${_id}"`),
  )

  test('contains every quotation unchanged, and nothing else as one', () => {
    const verbatim = used.filter(({kind}) => kind !== 'paraphrase')
    expect(Object.fromEntries(verbatim.map(({_id, text}) => [_id, text]))).toEqual(
      QUOTED_BY_JAPAN_FORWARD,
    )
  })

  test('says of each quote who speaks and where it was printed', () => {
    for (const quote of used) {
      expect(quote.speakers.length, quote._id).toBeGreaterThan(0)
      expect(quote.provenance.publication, quote._id).toContain('JAPAN Forward')
      expect(quote.reportedBy._ref, quote._id).toBe('source-japan-forward')
    }
    const pair = byId('quote-asia-society-surprises').speakers
    expect(pair.map(({source}: any) => byId(source._ref).name)).toEqual([
      'Neil Thomas',
      'Jing Qian',
    ])
  })

  test('says of the former foreign minister that he was removed, and nothing more', () => {
    const sentences = plain(article.body).match(/[^.\n]*Qin Gang[^.\n]*\./g) ?? []
    expect(sentences.map((sentence) => sentence.trim())).toEqual([
      'Wang Yi, who is almost 70, returned to the post in July 2023 after Qin Gang had been abruptly removed.',
    ])
    expect(JSON.stringify(used)).not.toContain('Qin')
  })

  test('has what the source has: subheads, pictures of both kinds, quotes and a call to action', () => {
    const types = article.body.map(({_type}: any) => _type)
    expect(article.body.filter(({style}: any) => style === 'h2').length).toBeGreaterThanOrEqual(5)
    expect(types).toContain('callToAction')
    const photos = [article.leadPhoto, ...article.body]
      .filter(({_type}: any) => _type === 'photoUse')
      .map(({photo}: any) => byId(photo._ref))
    const credits = photos.map(({creator}: any) => (creator ? 'holder and creator' : 'institution'))
    expect(new Set(credits)).toEqual(new Set(['holder and creator', 'institution']))
    expect(photos.every(({copyrightHolder}: any) => copyrightHolder)).toBe(true)
    const author = byId(article.bylines[0].author._ref)
    expect(author.bio && author.jobTitle && author.affiliation).toBeTruthy()
  })
})

describe('anonymous quotes', () => {
  test('name nobody, say why, and keep the name in a private document', () => {
    const anonymous = ofType('expertQuote').filter(({terms}) => terms === 'background')
    expect(anonymous).toHaveLength(1)
    for (const quote of anonymous) {
      expect(quote.speakers).toEqual([])
      expect(quote.anonymityReason).toBeTruthy()
      const {trueSpeaker} = byId(`private.quote.${quote._id}`)
      const surname = trueSpeaker.split(',')[0].split(' ').at(-1)
      const publicly = documents.filter(({_type}) => !_type.startsWith('private'))
      expect(JSON.stringify(publicly)).not.toContain(surname)
    }
  })
})
