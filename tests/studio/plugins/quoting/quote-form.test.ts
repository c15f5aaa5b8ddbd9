// What is proposed to a person, and what becomes of it.
import type {ProposedQuote} from '@copydesk/intake/types'
import {describe, expect, test} from 'vitest'
import {
  quoteForm,
  quoteOfForm,
  quotesWith,
  undecidedNames,
  withName,
  withOneMore,
  withoutSpeaker,
  withSource,
  withSpeaker,
  type KnownQuote,
  type KnownSource,
  type QuoteForm,
} from '../../../../studio/plugins/quoting/quote-form.ts'

const ADA: KnownSource = {
  id: 'source-ada',
  isPublished: true,
  name: 'Ada Crane',
  title: 'Warden',
  affiliation: 'Holm Trust',
}

const PROPOSAL: ProposedQuote = {
  parts: [],
  words: 'It has earned a rest',
  form: 'direct',
  speakers: [{name: 'ada crane', kind: 'person', title: 'chief warden', affiliation: null}],
  attribution: null,
}

const quote = (id: string, text: string): KnownQuote => ({id, isPublished: false, text, saidBy: ''})

const formOf = (here: KnownSource[] = [], same: KnownQuote[] = []): QuoteForm =>
  quoteForm(PROPOSAL, {here, same})

const first = ({speakers}: QuoteForm) => {
  const [speaker] = speakers
  if (!speaker) throw new Error('The form has no speaker.')
  return speaker
}

describe('a speaker', () => {
  test('who speaks in the article already is the same source, with the title of the sentence', () => {
    expect(first(formOf([ADA]))).toEqual({
      name: 'Ada Crane',
      kind: 'person',
      title: 'chief warden',
      affiliation: 'Holm Trust',
      source: ADA,
    })
  })

  test('is not decided about if two of this name speak in the article', () => {
    const form = formOf([ADA, {...ADA, id: 'another-ada'}])
    expect(first(form).source).toBeUndefined()
    expect(undecidedNames(form)).toEqual(['ada crane'])
  })

  test('is new where a person says so', () => {
    const form = formOf()
    expect(undecidedNames(withSpeaker(form, 0, withSource(first(form), null)))).toEqual([])
  })

  test('keeps title and affiliation that were typed when a source is chosen', () => {
    const typed = {...first(formOf()), affiliation: 'The Trust'}
    expect(withSource(typed, ADA)).toMatchObject({title: 'chief warden', affiliation: 'The Trust'})
  })

  test('with another name is another person, without what the source had filled', () => {
    expect(withName(first(formOf([ADA])), 'Ada Crane Jr')).toMatchObject({
      name: 'Ada Crane Jr',
      title: 'chief warden',
      affiliation: '',
      source: undefined,
    })
  })

  test('can be added and removed', () => {
    const form = withOneMore(formOf([ADA]))
    expect(form.speakers).toHaveLength(2)
    expect(withoutSpeaker(form, 0).speakers.map(({name}) => name)).toEqual([''])
  })

  test('can be named where nobody was found', () => {
    const form = quoteForm(
      {...PROPOSAL, speakers: [], attribution: 'an official'},
      {here: [], same: []},
    )
    expect(form.speakers).toHaveLength(1)
    expect(undecidedNames(form)).toEqual([])
    expect(quoteOfForm(form, 'en')).toMatchObject({speakers: [], attribution: 'an official'})
  })
})

test('what is saved has no spaces around it, and no attribution beside a speaker', () => {
  const form = formOf([ADA])
  const typed = {...form, words: ' It has earned a rest ', attribution: 'a warden'}
  expect(quoteOfForm(withOneMore(typed), undefined)).toEqual({
    words: 'It has earned a rest',
    form: 'direct',
    language: undefined,
    attribution: null,
    speakers: [
      {
        name: 'Ada Crane',
        kind: 'person',
        title: 'chief warden',
        affiliation: 'Holm Trust',
        source: ADA,
      },
    ],
  })
})

describe('a quote of the article', () => {
  const QUOTES = [
    quote('same', 'It has earned a rest.'),
    quote('longer', 'It has earned a rest, and so have I.'),
    quote('shorter', 'earned […] rest'),
    quote('other', 'It has broken'),
    quote('empty', ''),
  ]
  const ids = (words: string): string[] => quotesWith({words}, QUOTES).map(({id}) => id)

  test.each([
    ['It has earned a rest', ['same', 'longer', 'shorter']],
    ['“It has earned a rest.”', ['same', 'longer', 'shorter']],
    ['It [the clock] has earned a rest', ['same', 'longer', 'shorter']],
    ['It has […] a rest', ['same', 'longer']],
    ['It has', ['same', 'longer', 'other']],
    ['Nobody paid us', []],
  ])('is offered for the same words: %s', (words, wanted) => {
    expect(ids(words)).toEqual(wanted)
  })

  test('is proposed if the words are equal', () => {
    expect(formOf([], quotesWith(PROPOSAL, QUOTES)).existing?.id).toBe('same')
    expect(
      formOf([], [quote('longer', 'It has earned a rest, and so have I.')]).existing,
    ).toBeNull()
  })
})
