import {describe, expect, it} from 'vitest'
import {describeChange} from '../../workflow/describe-change.ts'
import type {PieceDocument} from '../../workflow/piece.ts'

const refs = (ids: string) =>
  [...ids].map((id) => ({_key: id, _type: 'reference', _ref: id, _weak: true}))
const series = (fields: Record<string, unknown>): PieceDocument => ({
  _id: 's',
  _type: 'series',
  ...fields,
})
const changesOf = (before: PieceDocument | null, after: PieceDocument | null) =>
  describeChange({before, after}, (id) => `“${id.toUpperCase()}”`)
const partsFrom = (before: string, after: string) =>
  changesOf(series({parts: refs(before)}), series({parts: refs(after)}))

describe('describeChange', () => {
  it.each<[string, string, string, string[]]>([
    ['comes', 'ab', 'abc', ['Added “C” as part 3.']],
    ['comes first', 'ab', 'cab', ['Added “C” as part 1.']],
    ['goes', 'abc', 'bc', ['Removed “A”, which was part 1.']],
    ['moves up', 'abcd', 'dabc', ['Moved “D” from part 4 to part 1.']],
    ['moves down', 'abcd', 'bcda', ['Moved “A” from part 1 to part 4.']],
    [
      'takes the place of one that goes',
      'abc',
      'adc',
      ['Removed “B”, which was part 2.', 'Added “D” as part 2.'],
    ],
    ['stays', 'abc', 'abc', []],
  ])('says in a series which part %s', (_what, before, after, sentences) => {
    expect(partsFrom(before, after)).toEqual(sentences)
  })

  it('names as moved the fewest parts that can explain an order', () => {
    expect(partsFrom('abcde', 'edcba')).toHaveLength(4)
    expect(partsFrom('abcde', 'aecdb')).toHaveLength(2)
  })

  it('takes a list of ten thousand parts in reverse order without delay', () => {
    const long = Array.from({length: 10_000}, (_, index) => ({_ref: `p${index}`}))
    const sentences = changesOf(series({parts: long}), series({parts: long.toReversed()}))
    expect(sentences).toHaveLength(9_999)
  })

  it('keeps both wordings of a text', () => {
    expect(
      changesOf(
        series({title: 'Tides', description: 'Water.', slug: {current: 'tides'}}),
        series({title: 'The tide', slug: {current: 'the-tide'}}),
      ),
    ).toEqual([
      'Changed the title from “Tides” to “The tide”.',
      'Changed the web address from “tides” to “the-tide”.',
      'Removed the description “Water.”.',
    ])
  })

  it('names the picture, and what is said of it here only', () => {
    const picture = (ref: string, more = {}) => ({picture: {photo: {_ref: ref}, ...more}})
    expect(changesOf(series(picture('p')), series(picture('q', {caption: 'Here.'})))).toEqual([
      'Made “Q” the picture instead of “P”.',
      'Set the caption of the picture to “Here.”.',
    ])
  })

  const flood: PieceDocument = {
    _id: 'p',
    _type: 'storyPackage',
    title: 'The flood',
    main: {_ref: 'a'},
    sides: refs('bc'),
  }
  it('lists everything at the first publication, and everything at a removal', () => {
    expect(changesOf(null, flood)).toEqual([
      'Set the title to “The flood”.',
      'Made “A” the main story.',
      'Added “B” as side story 1.',
      'Added “C” as side story 2.',
    ])
    expect(changesOf(flood, null)).toEqual([
      'Removed the title “The flood”.',
      'Removed the main story “A”.',
      'Removed “B”, which was side story 1.',
      'Removed “C”, which was side story 2.',
    ])
  })

  it('says of a package which story leads now', () => {
    expect(changesOf(flood, {...flood, main: {_ref: 'b'}, sides: refs('ac')})).toEqual([
      'Made “B” the main story instead of “A”.',
      'Removed “B”, which was side story 1.',
      'Added “A” as side story 1.',
    ])
  })

  it('names a field of the newsroom’s own that has no words', () => {
    expect(changesOf(series({title: 'T', mood: 1}), series({title: 'T', mood: 2}))).toEqual([
      'Changed the mood.',
    ])
  })
})
