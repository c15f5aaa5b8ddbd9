import {describe, expect, it} from 'vitest'
import {
  endsOfRights,
  nextEnd,
  tidyFront,
  withoutPaths,
  type TidyInput,
} from '../../../workflow/fronts/tidy-front.ts'
import type {PieceDocument} from '../../../workflow/piece.ts'
import {container, front, slot} from './fronts.ts'

const NOW = Date.parse('2026-11-25T10:00:00.000Z')
const at = (hours: number): string => new Date(NOW + hours * 3_600_000).toISOString()
const photo = (rights: object): PieceDocument => ({
  _id: 'p',
  _type: 'photoWithCredit',
  rights: JSON.parse(JSON.stringify(rights)),
})
const both = (published: PieceDocument | null, draft: PieceDocument | null = null) => ({
  published,
  draft,
})
const tidy = (fields: object, more: Partial<TidyInput> = {}) =>
  tidyFront(front(container('Top', [slot('a', {...fields})])), {
    isThere: () => true,
    isOffFronts: () => false,
    photo: () => both(photo({})),
    now: NOW,
    ...more,
  }).map(({why, path}) => [why, path.endsWith('.picture') ? 'picture' : 'slot'])

const PICTURE = {picture: {photo: {_ref: 'p'}}}

describe('tidyFront takes off', () => {
  it.each<[what: string, fields: object, more: Partial<TidyInput>, removals: string[][]]>([
    ['nothing that is in order', PICTURE, {}, []],
    ['what readers cannot open', {}, {isThere: () => false}, [['gone', 'slot']]],
    ['what is to be on no front', {}, {isOffFronts: () => true}, [['off', 'slot']]],
    ['what ends at this moment', {until: at(0)}, {}, [['ended', 'slot']]],
    ['nothing that ends later', {until: at(1)}, {}, []],
    [
      'a denied picture',
      PICTURE,
      {photo: () => both(photo({clearance: 'denied'}))},
      [['rights', 'picture']],
    ],
    [
      'an expired picture',
      PICTURE,
      {photo: () => both(photo({validUntil: at(0)}))},
      [['rights', 'picture']],
    ],
    ['no picture with rights', PICTURE, {photo: () => both(photo({validUntil: at(1)}))}, []],
    [
      'a picture that is denied in its draft',
      PICTURE,
      {photo: () => both(photo({}), photo({clearance: 'denied'}))},
      [['rights', 'picture']],
    ],
    ['a picture that is gone', PICTURE, {photo: () => both(null)}, [['rights', 'picture']]],
  ])('%s', (_what, fields, more, removals) => {
    expect(tidy(fields, more)).toEqual(removals)
  })

  it('the later of two places of one story', () => {
    const twice = front(container('Top', [slot('a')]), container('More', [slot('a'), slot('b')]))
    const removals = tidyFront(twice, {
      isThere: () => true,
      isOffFronts: () => false,
      photo: () => both(null),
      now: NOW,
    })
    expect(
      removals.map(
        ({
          why,
          slot: {
            container: {name},
          },
        }) => [why, name],
      ),
    ).toEqual([['twice', 'More']])
  })
})

it('takes out slots and fields, and nothing else', () => {
  const before = front(container('Top', [slot('a', {headline: 'H', dek: 'D'}), slot('b')]))
  const path = (key: string) => `containers[_key=="c-Top"].slots[_key=="s-${key}"]`
  const after = withoutPaths(before, new Set([path('b'), `${path('a')}.headline`]))
  expect(after).toEqual(front(container('Top', [slot('a', {dek: 'D'})])))
})

it('knows when rights and stories end', () => {
  const page = front(
    container('Top', [
      slot('a', {picture: {photo: {_ref: 'p'}}, until: at(5)}),
      slot('b', {picture: {photo: {_ref: 'q'}, until: at(3)}}),
    ]),
  )
  const photos: Record<string, PieceDocument> = {p: photo({validUntil: at(2)}), q: photo({})}
  const picture = (key: string) => `containers[_key=="c-Top"].slots[_key=="s-${key}"].picture.until`
  expect(endsOfRights(page, (id) => both(photos[id] ?? null))).toEqual([
    {path: picture('a'), until: at(2)},
    {path: picture('b'), until: undefined},
  ])
  expect(nextEnd(page)).toBe(at(3))
  expect(nextEnd(front())).toBeUndefined()
})
