import {describe, expect, test} from 'vitest'
import {quotationsIn} from '../../model/quotations.ts'
import {quoting, type Words} from '../support/quotations.ts'

const found = (...body: unknown[]) =>
  quotationsIn({body}).map(({quote, parts}) => [quote, ...parts.map(({text}) => text)])

describe('the quotations of a text', () => {
  test.each<[string, Words[][], string[][]]>([
    ['none', [['Only words.']], []],
    ['one', [[['“So,”', 'q'], ' she said.']], [['q', '“So,”']]],
    [
      'two parts, one speaker',
      [[['“So,”', 'q'], ' she said, ', ['“it is.”', 'q']]],
      [['q', '“So,”', '“it is.”']],
    ],
    [
      'one over other marks',
      [
        [
          ['“So ', 'q'],
          ['it', 'q', 'strong'],
          [' is”', 'q'],
        ],
      ],
      [['q', '“So it is”']],
    ],
    [
      'two in one paragraph',
      [
        [
          ['“So,”', 'q'],
          ['“No,”', 'r'],
        ],
      ],
      [
        ['q', '“So,”'],
        ['r', '“No,”'],
      ],
    ],
    [
      'one over two paragraphs',
      [[['“So it is.', 'q']], [['“And so on.”', 'q'], ' He left.']],
      [['q', '“So it is.', '“And so on.”']],
    ],
    [
      'two of one quote with a paragraph between them',
      [[['“So.”', 'q']], ['He left.'], [['“So.”', 'q']]],
      [
        ['q', '“So.”'],
        ['q', '“So.”'],
      ],
    ],
  ])('%s', (_name, paragraphs, expected) => {
    expect(found(...paragraphs.map((words, index) => quoting(`p${index}`, ...words)))).toEqual(
      expected,
    )
  })

  test('are in list items, in passages and in boxes', () => {
    const said = (key: string) => quoting(key, [`“${key}”`, 'q'])
    const body = [
      {...said('item'), listItem: 'bullet', level: 1},
      {...said('passage'), style: 'blockquote'},
      {_key: 'f', _type: 'factBox', body: [said('box')]},
    ]
    expect(found(...body)).toEqual([
      ['q', '“item”', '“passage”'],
      ['q', '“box”'],
    ])
  })

  test('are at the place of their annotation', () => {
    const body = [quoting('p', 'He said ', ['“So,”', 'q'])]
    const [first] = quotationsIn({body: [{_key: 'f', _type: 'factBox', body}]})
    expect(first?.parts).toEqual([
      {path: ['body', {_key: 'f'}, 'body', {_key: 'p'}, 'markDefs', {_key: 'm1'}], text: '“So,”'},
    ])
  })

  test('name a draft by its published ID', () => {
    expect(found(quoting('p', ['“So,”', 'drafts.q']))).toEqual([['q', '“So,”']])
  })

  test('survive what no editor writes', () => {
    const quote = {_ref: 'q'}
    const strange = [
      null,
      {children: null},
      {children: [null, 7, {text: 7, marks: ['m']}, {text: 'So', marks: 'm'}], markDefs: 'm'},
      {children: [{text: 'So', marks: ['m']}], markDefs: [null, {_key: 'm', _type: 'quotation'}]},
      {children: [{text: 'So', marks: ['m']}], markDefs: [{_key: 'm', _type: 'link', quote}]},
      {children: [{text: 'So', marks: ['m']}], markDefs: [{_key: 'm', _type: 'quotation', quote}]},
    ]
    expect(found(...strange)).toEqual([['q', 'So']])
    expect(quotationsIn(null)).toEqual([])
  })
})
