import {describe, expect, it} from 'vitest'
import {describeFrontChange} from '../../../workflow/fronts/describe-front-change.ts'
import type {PieceDocument} from '../../../workflow/piece.ts'
import {container, front, slot} from './fronts.ts'

const say = (before: PieceDocument | null, after: PieceDocument | null) =>
  describeFrontChange(before, after, (id) => `“${id}”`)

const top = (...pieces: string[]) =>
  container(
    'Top',
    pieces.map((piece) => slot(piece)),
  )

const CROPPED = '“a” has its picture in a different crop.'

describe('describeFrontChange', () => {
  const two = front(top('a', 'b'), container('More', [slot('c')]))

  it.each<[what: string, PieceDocument | null, PieceDocument | null, string[]]>([
    ['nothing where nothing changed', two, two, []],
    ['a story that came', front(top('a')), front(top('a', 'b')), ['“b” came to Top.']],
    ['a story that went', front(top('a', 'b')), front(top('a')), ['“b” went from Top.']],
    [
      'a story in another container',
      two,
      front(top('a'), container('More', [slot('c'), slot('b')])),
      ['“b” moved from Top to More.'],
    ],
    [
      'one story that changed places',
      front(top('a', 'b', 'c')),
      front(top('c', 'a', 'b')),
      ['“c” moved in Top.'],
    ],
    [
      'no move for those that others made room for',
      front(top('a', 'b')),
      front(top('x', 'a', 'b')),
      ['“x” came to Top.'],
    ],
    [
      'a container without a heading by its place',
      front(container('Top', [slot('a')], {title: undefined})),
      front(container('Top', [], {title: undefined})),
      ['“a” went from container 1.'],
    ],
    [
      'the first publication',
      null,
      front(container('Top', [slot('a')])),
      ['“a” came to Top.', 'Top is new: “Top”, layout Three, filled up by: The newest stories.'],
    ],
    [
      'a container that went, and another order',
      front(top('a'), container('B', []), container('C', [])),
      front(container('B', []), top('a')),
      ['C was removed.', 'The containers are in another order.'],
    ],
    [
      'a container that is filled by another rule',
      front(container('Top', [])),
      front(
        container('Top', [], {
          layout: 'four',
          count: 8,
          fill: {from: 'section', section: {_ref: 'world'}},
        }),
      ),
      ['Top is now “Top”, layout Four, filled up by: The newest of a section “world”, 8 stories.'],
    ],
  ])('says %s', (_what, before, after, lines) => {
    expect(say(before, after)).toEqual(lines)
  })

  it('says each word, picture and end that a slot has', () => {
    const plain = front(container('Top', [slot('a')]))
    const own = front(
      container('Top', [
        slot('a', {
          headline: 'New words',
          kicker: 'Live',
          dek: 'A line.',
          picture: {photo: {_ref: 'p'}},
          until: '2026-11-30T20:00:00.000Z',
        }),
      ]),
    )
    expect(say(plain, own)).toEqual([
      '“a” has the headline “New words”.',
      '“a” has the kicker “Live”.',
      '“a” has the standfirst “A line.”.',
      '“a” has the picture “p”.',
      '“a” is there until 2026-11-30T20:00:00.000Z.',
    ])
    expect(say(own, plain)).toEqual([
      '“a” has its own headline again.',
      '“a” has its own kicker again.',
      '“a” has its own standfirst again.',
      '“a” has its own picture again.',
      '“a” stays.',
    ])
  })

  it.each<[what: string, crop: object | undefined, lines: string[]]>([
    ['a picture that is cropped', {left: 0.1, right: 0, top: 0, bottom: 0}, [CROPPED]],
    ['nothing of a crop that is stored badly', {left: 0.1}, []],
    ['nothing where the crop is the same', undefined, []],
  ])('says %s', (_what, crop, lines) => {
    const shown = (picture: object) => front(container('Top', [slot('a', {picture})]))
    const photo = {_ref: 'p'}
    expect(say(shown({photo}), shown({photo, ...(crop && {crop})}))).toEqual(lines)
  })
})
