// What the form says about quotes: who speaks, under which terms, in which words.
import {describe, expect, it} from 'vitest'
import {ARTICLE, others, QUOTE, reference, saysAt, SOURCE, stored, like} from '../support.ts'

const quote = (changes: Record<string, unknown>) => ({...QUOTE, ...changes})
const about = (path: string, changes: Record<string, unknown>) =>
  saysAt(path, quote(changes), [SOURCE])
const speaker = (id: string, key = id) => ({_key: key, _type: 'speaker', source: reference(id)})

describe('a direct quote', () => {
  const nobody = {speakers: [], attribution: ''}
  const WHO = 'error: Who said this? A direct quote needs a speaker or an attribution.'

  it('needs a speaker or an attribution', async () => {
    expect(await about('attribution', nobody)).toEqual([WHO])
    expect(await about('attribution', {...nobody, kind: 'partial'})).toEqual([WHO])
    expect(await about('attribution', {...nobody, attribution: '  '})).toEqual([WHO])
  })

  it('is content with either', async () => {
    expect(await about('attribution', {...nobody, attribution: 'a spokesman'})).toEqual([])
    expect(await about('attribution', {...nobody, speakers: [speaker('source-w')]})).toEqual([])
  })

  it('reported speech without a speaker is only warned about', async () => {
    for (const kind of ['paraphrase', 'document'])
      expect(await about('attribution', {...nobody, kind})).toEqual([
        'warning: Readers will ask who says so: add a speaker or an attribution.',
      ])
  })
})

describe.each(['background', 'deepBackground'])('a quote on %s', (terms) => {
  const anonymous = {
    terms,
    speakers: [],
    attribution: 'a diplomat',
    anonymityReason: 'Not allowed to speak.',
  }

  it('is publishable without speakers, with attribution and reason', async () => {
    for (const path of ['speakers', 'attribution', 'anonymityReason', 'terms'])
      expect(await about(path, anonymous)).toEqual([])
  })

  it('must not name its speaker', async () => {
    const [said] = await about('speakers', {...anonymous, speakers: [speaker('source-w')]})
    expect(said).toMatch(/^error: .*remove the speakers here/)
  })

  it('needs the words that stand for the person', async () => {
    const said = await about('attribution', {...anonymous, attribution: undefined})
    expect(said).toContainEqual(expect.stringMatching(/^error: Said on background/))
  })

  it('needs a reason', async () => {
    expect(await about('anonymityReason', {...anonymous, anonymityReason: ' '})).toEqual([
      'error: Say why this person is not named. Readers can read the reason.',
    ])
  })
})

describe('what must not become public', () => {
  it('is what was said off the record', async () => {
    expect(await about('terms', {terms: 'offRecord'})).toEqual([
      'error: Said off the record: this quote cannot be published.',
    ])
  })

  it('is what is disputed or retracted', async () => {
    const verification = (status: string) => ({verification: {_type: 'verification', status}})
    expect(await about('verification.status', verification('disputed'))).toEqual([
      'error: The quote is disputed and cannot be published until that is settled.',
    ])
    expect(await about('verification.status', verification('retracted'))).toEqual([
      'error: The quote was retracted and cannot be published.',
    ])
    expect(await about('verification.status', verification('unverified'))).toEqual([])
  })

  it('rejects an unknown status or term', async () => {
    expect(await about('terms', {terms: 'whispered'})).toEqual(like(/^error/))
    const said = await about('verification.status', {verification: {status: 'fine'}})
    expect(said).toEqual(like(/^error/))
  })
})

describe('the words', () => {
  it.each([
    '"All of it."',
    '“All of it.”',
    '‘All of it.’',
    '„Alles.“',
    '«Tout.»',
    '「全部。」',
    '  “All of it.” ',
  ])('are stored without the marks around them: %s', async (text) => {
    expect(await about('text', {text})).toEqual([
      'warning: Leave out the quotation marks around the quote: the page adds them.',
    ])
  })

  it.each(['Nothing quoted.', '“Yes” is not “no”', 'He said “no”', '“No” is what he said', '"'])(
    'keep the marks inside them: %s',
    async (text) => expect(await about('text', {text})).toEqual([]),
  )

  it('are too long for a pull quote at 121 characters, and for readers at 1001', async () => {
    expect(await about('text', {text: 'x'.repeat(120)})).toEqual([])
    expect(await about('text', {text: 'x'.repeat(121)})).toEqual([
      'info: A pull quote has at most 120 characters; this has 121.',
    ])
    expect(await about('text', {text: 'x'.repeat(1001)})).toEqual(
      like(
        /^info/,
        'warning: A quote that readers finish has at most 1000 characters; this has 1001.',
      ),
    )
  })

  it('are there', async () => {
    expect(await about('text', {text: ' \n'})).toEqual(['error: What was said?'])
  })
})

it('lists a speaker only once, whatever the title', async () => {
  const speakers = [speaker('source-w', 'a'), {...speaker('source-w', 'b'), titleAtTime: 'Chair'}]
  expect(await about('speakers.[]', {speakers})).toEqual([
    'error: This speaker is already in the list.',
  ])
  const two = {speakers: [speaker('source-w', 'a'), speaker('source-x', 'b')]}
  expect(await about('speakers.[]', two)).toEqual([])
})

it('a speaker whose source is not published yet goes out with the article', async () => {
  const speakers = [speaker('source-new')]
  expect(await about('speakers.[].source', {speakers})).toEqual([
    'info: Not published yet: it goes out together with the article.',
  ])
})

it('the original is in another language', async () => {
  const original = (language: string) => ({original: {_type: 'original', text: 'x', language}})
  expect(await about('original.language', original('zh'))).toEqual([])
  expect(await about('original.language', original('en'))).toEqual(
    like(/^warning: .*same language/),
  )
})

describe('a pull quote', () => {
  const article = (display: string) => ({
    ...ARTICLE,
    body: [{_key: 'q', _type: 'quoteUse', quote: reference('quote-1'), display}],
  })
  const about = (display: string, text: string, draft?: string) => {
    const published = others(ARTICLE).map((doc) => (doc._id === QUOTE._id ? {...doc, text} : doc))
    const drafts = draft ? [stored({...QUOTE, _id: 'drafts.quote-1', text: draft})] : []
    return saysAt('body.[]', article(display), [...published, ...drafts])
  }

  it('is warned about at 121 characters and refused at 1001', async () => {
    expect(await about('pull', 'x'.repeat(120))).toEqual([])
    expect(await about('pull', 'x'.repeat(121))).toEqual([
      'warning: A pull quote has at most 120 characters; this has 121. Show it as a block instead.',
    ])
    expect(await about('pull', 'x'.repeat(1001))).toEqual(like(/^warning/, /^error/))
  })

  it('is measured by the draft of the quote, which is what will be published', async () => {
    expect(await about('pull', 'short', 'x'.repeat(121))).toEqual(like(/^warning/))
  })

  it('shown as a block may be longer', async () => {
    expect(await about('block', 'x'.repeat(1001))).toEqual([])
  })
})
