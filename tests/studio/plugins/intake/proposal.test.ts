// What a person does in the dialog, and the article that is written then.
import type {IntakeResult} from '@copydesk/intake'
import type {Article, Block} from '@copydesk/intake/types'
import {beforeAll, describe, expect, it} from 'vitest'
import {outcomeOf} from '../../../../studio/plugins/intake/outcome.ts'
import {
  chosen,
  confirmed,
  edited,
  propose,
  rowsOf,
  toggled,
  type Proposal,
} from '../../../../studio/plugins/intake/proposal.ts'
import {pieces, sourceLines} from '../../../../studio/plugins/intake/source-lines.ts'
import {readText, TEXT} from './support.ts'

let result: IntakeResult
let start: Proposal
beforeAll(async () => {
  result = await readText()
  start = propose(result, {sections: [], people: []})
})

const SECTIONS = [
  {id: 'section-city', title: 'City'},
  {id: 'section-harbour', title: 'Harbour'},
]

const texts = ({body}: Pick<Article, 'body'>): string[] =>
  body.map((block: Block) => ('text' in block ? block.text : block.kind))
const keys = (proposal: Proposal): string[] => rowsOf(proposal).map(({key}) => key)
const row = (proposal: Proposal, key: string) =>
  rowsOf(proposal).find((candidate) => candidate.key === key)!

describe('the rows', () => {
  it('have the head first, then photos and quotes in the order of the text, then what was left out', () => {
    expect(keys(start)).toEqual([
      'section',
      'kicker',
      'headline',
      'dek',
      'byline:0',
      'photo:0',
      'quote:0',
      'quote:1',
      'photo:1',
      'quote:2',
      'block:6',
      'leftOut:0',
      'leftOut:1',
    ])
  })

  it('need a confirmation for quotes and for photos with a credit', () => {
    const open = rowsOf(start).filter(({isConfirmed}) => isConfirmed === false)
    expect(open.map(({key}) => key)).toEqual([
      'photo:0',
      'quote:0',
      'quote:1',
      'photo:1',
      'quote:2',
    ])
    const withoutCredit = edited(start, 'photo:1', {creditLine: ''})
    expect(row(withoutCredit, 'photo:1').isConfirmed).toBeNull()
  })
})

describe('the article that is written', () => {
  it('is the one that was read if nothing was changed', () => {
    expect(outcomeOf(start).article).toEqual(result.article)
  })

  it.each([
    ['headline', 'Tram depot sold after two years of talks', 0],
    ['byline:0', 'By Mara Lindqvist', 0],
    [
      'photo:0',
      'The tram depot on Quay Street before the sale. (© Courier Pictures by Ole Brandt)',
      0,
    ],
    ['photo:1', 'Two trams in front of the gate in 2019. (© City Archive)', 3],
    ['block:6', 'Follow The Courier for updates.', 6],
  ])('keeps the words of a dropped %s in the text, at their place', (key, words, at) => {
    const {article} = outcomeOf(toggled(start, key))
    expect(texts(article)[at]).toBe(words)
    expect(article.body[at]).toMatchObject({kind: 'text', style: 'normal'})
  })

  it('has the words of a dropped quote once, in the paragraph that they were in', () => {
    const {article} = outcomeOf(toggled(start, 'quote:1'))
    expect(texts(article)).toEqual(texts(result.article))
    expect(article.quotes.map(({words}) => words)).toEqual([
      'We have waited long enough for this day',
      'a danger to everybody who works in it',
    ])
  })

  it('keeps quotes and photos at their paragraphs when others are dropped', () => {
    const dropped = ['headline', 'dek', 'photo:0', 'leftOut:0'].reduce(toggled, start)
    const {article} = outcomeOf(dropped)
    expect(article.headline).toBeNull()
    for (const {block, from, to, words} of article.quotes) {
      expect(texts(article)[block]?.slice(from, to)).toBe(words)
    }
    const {photo} = article.body.find(({kind}) => kind === 'photo') as {photo: number}
    expect(article.photos[photo]?.creditLine).toBe('© City Archive')
  })

  it('has a line that was put back at its place, and no longer among those left out', () => {
    const {article} = outcomeOf(toggled(toggled(start, 'leftOut:0'), 'leftOut:1'))
    expect(texts(article).at(0)).toBe('Connect with us')
    expect(texts(article).at(-1)).toBe('Our Partners')
    expect(article.furniture).toEqual([])
  })

  it('is as before after a row was dropped and taken back', () => {
    const back = toggled(toggled(start, 'photo:1'), 'photo:1')
    expect(outcomeOf(back).article).toEqual(result.article)
  })

  it('has what the person typed', () => {
    const typed = [
      ['headline', {text: 'Depot sold'}],
      ['byline:0', {name: 'M. Lindqvist'}],
      ['photo:0', {creditLine: '© Courier', creator: '', alt: 'A brick hall'}],
      ['quote:0', {form: 'partial', '0.name': 'R. Almeida', '0.title': ''}],
      ['quote:2', {'0.name': 'The fire service', '0.title': 'Inspector'}],
    ] as const
    const changed = typed.reduce((proposal, [key, values]) => edited(proposal, key, values), start)
    const {article, alts} = outcomeOf(changed)
    expect(article.headline?.text).toBe('Depot sold')
    expect(article.bylines[0]?.name).toBe('M. Lindqvist')
    expect(article.photos[0]).toMatchObject({creditLine: '© Courier', creator: null})
    expect(alts).toEqual(['A brick hall', ''])
    expect(article.quotes[0]).toMatchObject({
      form: 'partial',
      speakers: [{name: 'R. Almeida', title: null}],
    })
    expect(article.quotes[2]).toMatchObject({
      speakers: [{name: 'The fire service', title: 'Inspector', kind: 'person'}],
      attribution: null,
    })
  })
})

describe('the section', () => {
  it('is proposed where the kicker is its title, and the kicker is not repeated', () => {
    const proposed = propose(result, {sections: SECTIONS, people: []})
    expect(row(proposed, 'section').words).toBe('Harbour')
    expect(keys(proposed)).not.toContain('kicker')
    expect(outcomeOf(proposed)).toMatchObject({
      section: 'section-harbour',
      article: {kicker: null},
    })
  })

  it('is proposed, too, where a left-out line above the headline is its title', async () => {
    const page = await readText(TEXT.replace('Harbour', 'Sport\nEconomy\nWeather\n'))
    const economy = {id: 'section-economy', title: 'Economy'}
    expect(outcomeOf(propose(page, {sections: [economy], people: []}))).toMatchObject({
      section: economy.id,
    })
    expect(page.article.kicker).toBeNull()
    const partners = {id: 'section-partners', title: 'Our Partners'}
    expect(outcomeOf(propose(page, {sections: [partners], people: []})).section).toBeNull()
  })

  it.each([
    ['dropped', (proposal: Proposal) => toggled(proposal, 'section'), null],
    [
      'another',
      (proposal: Proposal) => edited(proposal, 'section', {section: 'section-city'}),
      'section-city',
    ],
  ])('leaves the kicker as it was read where it is %s', (_how, change, section) => {
    const outcome = outcomeOf(change(propose(result, {sections: SECTIONS, people: []})))
    expect(outcome.section).toBe(section)
    expect(outcome.article.kicker?.text).toBe('Harbour')
  })
})

it('confirms what was compared, by the positions of what is left', () => {
  const done = confirmed(confirmed(toggled(start, 'quote:0'), 'quote:2'), 'photo:1')
  expect(outcomeOf(done).confirmed).toEqual({quotes: new Set([1]), photos: new Set([1])})
  expect(confirmed(toggled(start, 'quote:0'), 'quote:0').confirmed.size).toBe(0)
})

it('uses an existing document only where the person has chosen it', () => {
  expect(outcomeOf(start).known.sources.size).toBe(0)
  const rosa = {id: 'source-almeida', isPublished: true}
  const existing = chosen(start, 'sources', 'Rosa Almeida', rosa)
  expect(outcomeOf(existing).known.sources).toEqual(new Map([['Rosa Almeida', rosa]]))
  const another = chosen(existing, 'sources', 'Rosa Almeida', null)
  expect(outcomeOf(another).known.sources.size).toBe(0)
})

it('uses the author of the person at the dialog for their own byline', () => {
  const known = {id: 'mara', isPublished: false}
  const mara = {...known, kind: 'authors', name: 'mara lindqvist', about: ''} as const
  const proposed = (isOwn: boolean) =>
    outcomeOf(propose(result, {sections: [], people: [{...mara, isOwn}]})).known.authors
  expect(proposed(true).get('Mara Lindqvist')).toMatchObject(known)
  expect(proposed(false).size).toBe(0)
})

describe('the source', () => {
  const partOf = (proposal: Proposal, text: string) =>
    sourceLines(proposal).find((line) => line.text === text)?.part?.kind ?? null

  it.each([
    ['Harbour', 'kicker'],
    ['Tram depot sold after two years of talks', 'headline'],
    ['By Mara Lindqvist', 'byline'],
    ['Two trams in front of the gate in 2019. (© City Archive)', 'photo'],
    ['Our Partners', 'leftOut'],
    [
      'The council wants to decide about the flats in the spring of next year, after the election.',
      null,
    ],
  ])('says what “%s” became', (text, kind) => {
    expect(partOf(start, text)).toBe(kind)
  })

  it('shows dropped lines, and lines that were put back, as text', () => {
    expect(
      partOf(toggled(start, 'headline'), 'Tram depot sold after two years of talks'),
    ).toBeNull()
    expect(partOf(toggled(start, 'leftOut:1'), 'Our Partners')).toBeNull()
  })

  it('marks the words of quotes', () => {
    const [line] = sourceLines(start).filter(({quotes}) => quotes.length === 2)
    expect(pieces(line!)).toEqual([
      {text: '"', key: null},
      {text: 'We have waited long enough for this day', key: 'quote:0'},
      {text: `," said Rosa Almeida, Chair of the Tenants' Union. "`, key: null},
      {text: 'Now we want to see flats', key: 'quote:1'},
      {text: '."', key: null},
    ])
  })
})
