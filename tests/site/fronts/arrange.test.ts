// Which part of a container each story takes.
import {expect, test} from 'vitest'
import {arrange} from '../../../site/fronts/arrange.ts'
import type {Layout} from '../../../model/fronts.ts'

import type {CardPiece} from '../../../site/piece.ts'

/** `p` has a photograph, `g` a map or a chart, `w` words only. */
function stories(kinds: string): CardPiece[] {
  return [...kinds].map(
    (kind, index) =>
      ({
        _id: `${kind}${index}`,
        leadPhoto:
          kind === 'w'
            ? null
            : {
                photo: {
                  _id: 'photo',
                  creditLine: 'Ada Byrne',
                  isGraphic: kind === 'g',
                  image: {asset: {_id: 'a', dimensions: {width: 3, height: 2}}},
                },
              },
      }) as unknown as CardPiece,
  )
}

const cases: {
  layout: Layout
  kinds: string
  isFirst?: boolean
  shape: string
  large: string
  under?: string
  side?: string
  row?: string
  columns?: number
}[] = [
  {layout: 'lead', kinds: 'pwww', isFirst: true, shape: 'lead', large: 'p', side: 'www'},
  {layout: 'lead', kinds: 'gww', isFirst: true, shape: 'lead', large: 'g', side: 'ww'},
  {
    layout: 'lead',
    kinds: 'wpppw',
    isFirst: true,
    shape: 'type',
    large: 'w',
    under: 'pp',
    side: 'pw',
  },
  {layout: 'lead', kinds: 'wwwww', isFirst: true, shape: 'type', large: 'w', side: 'ww', row: 'ww'},
  {
    layout: 'lead',
    kinds: 'pwwwwwwpp',
    isFirst: true,
    shape: 'lead',
    large: 'p',
    side: 'wwwwww',
    row: 'pp',
  },
  {layout: 'lead', kinds: 'pww', shape: 'mixed', large: 'p', side: 'ww'},
  {layout: 'two', kinds: 'p', shape: 'one', large: 'p'},
  {layout: 'two', kinds: 'pp', shape: 'columns', large: 'pp', columns: 2},
  {layout: 'two', kinds: 'ppwww', shape: 'mixed', large: 'pp', side: 'www', columns: 2},
  {layout: 'two', kinds: 'wwwwww', shape: 'mixed', large: 'ww', side: 'ww', row: 'ww', columns: 2},
  {layout: 'two', kinds: 'ppwwwwww', shape: 'mixed', large: 'pp', side: 'wwwww', row: 'w'},
  {layout: 'three', kinds: 'ppp', shape: 'columns', large: 'ppp', columns: 3},
  {layout: 'three', kinds: 'www', shape: 'columns', large: 'www', columns: 3},
  {layout: 'three', kinds: 'wpw', shape: 'mixed', large: 'p', side: 'ww', columns: 1},
  {layout: 'three', kinds: 'pppww', shape: 'columns', large: 'ppp', row: 'ww'},
  {layout: 'four', kinds: 'pppp', shape: 'columns', large: 'pppp', columns: 4},
  {layout: 'four', kinds: 'pg', shape: 'mixed', large: 'p', side: 'g'},
  {layout: 'four', kinds: 'w', shape: 'one', large: 'w'},
  {layout: 'pictures', kinds: 'wpp', shape: 'pictures', large: 'pp', row: 'w'},
  {layout: 'pictures', kinds: 'ww', shape: 'columns', large: 'ww', columns: 2},
  {layout: 'opinion', kinds: 'wwwwww', shape: 'opinion', large: 'wwwwww', columns: 3},
  {
    layout: 'opinion',
    kinds: 'wwwwww',
    isFirst: true,
    shape: 'opinion',
    large: 'w',
    under: 'wwwww',
    columns: 1,
  },
  {
    layout: 'opinion',
    kinds: 'ww',
    isFirst: true,
    shape: 'opinion',
    large: 'ww',
    columns: 2,
  },
  {layout: 'ranked', kinds: 'wwwww', shape: 'ranked', large: 'wwwww', columns: 5},
  {layout: 'list', kinds: 'wwwww', shape: 'list', large: 'wwwww', columns: 3},
  {layout: 'list', kinds: 'wwwwwwww', shape: 'list', large: 'wwwwwwww', columns: 4},
]

test.each(cases)(
  '$layout of $kinds (first: $isFirst) is $shape: $large, $side, $row',
  ({layout, kinds, isFirst = false, shape, large, under = '', side = '', row = '', columns}) => {
    const arranged = arrange(layout, stories(kinds), isFirst)
    const kindsOf = (list: CardPiece[]) => list.map(({_id}) => _id[0]).join('')
    expect(arranged.shape).toBe(shape)
    const parts = [arranged.large, arranged.under ?? [], arranged.side, arranged.row]
    expect(parts.map(kindsOf)).toEqual([large, under, side, row])
    if (columns) expect(arranged.columns).toBe(columns)
  },
)

test('no story is lost', () => {
  const layouts: Layout[] = [
    'lead',
    'two',
    'three',
    'four',
    'list',
    'opinion',
    'pictures',
    'ranked',
  ]
  for (const layout of layouts)
    for (const kinds of ['p', 'w', 'pw', 'gwp', 'wwwwwwwww', 'pppppppppp', 'pwpwpwpwpw'])
      for (const isFirst of [true, false]) {
        const {large, under = [], side, row} = arrange(layout, stories(kinds), isFirst)
        expect([...large, ...under, ...side, ...row].map(({_id}) => _id).toSorted()).toEqual(
          stories(kinds)
            .map(({_id}) => _id)
            .toSorted(),
        )
      }
})
