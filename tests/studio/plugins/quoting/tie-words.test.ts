// Tying selected words to a quote, in the editor itself.
import type {Editor} from '@portabletext/editor'
import fc from 'fast-check'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {
  selectedIn,
  textBlocksOf,
  wordsOf,
} from '../../../../studio/plugins/quoting/selected-words.ts'
import {tieWords, TYING} from '../../../../studio/plugins/quoting/tie-words.ts'
import {quotationsIn} from '../../../../model/quotations.ts'
import {runs} from '../../../support/runs.ts'
import {openEditor, valueOf} from '../../support/text-editor.tsx'

const span = (_key: string, text: string, ...marks: string[]) => ({
  _type: 'span',
  _key,
  text,
  marks,
})

const block = (_key: string, children: object[], more: object = {}) => ({
  _type: 'block',
  _key,
  style: 'normal',
  markDefs: [{_type: 'link', _key: 'link', href: 'https://example.org/'}],
  children,
  ...more,
})

const BODY = [
  block('first', [
    span('a', '“It has '),
    span('b', 'earned', 'strong'),
    span('c', ' a '),
    span('d', 'long', 'em', 'link'),
    span('e', ' rest,” she said, “and so '),
    span('f', 'have I', 'link'),
    span('g', '.”'),
  ]),
  {_type: 'photoUse', _key: 'photo'},
  block('empty', [span('a', '')], {markDefs: []}),
  block('item', [span('a', 'One '), span('b', 'item', 'strong'), span('c', ' of a list')], {
    listItem: 'bullet',
    level: 1,
  }),
  block('passage', [span('a', 'A quoted passage.')], {style: 'blockquote'}),
]

const QUOTE = {_type: 'reference', _ref: 'quote-of-ada'}

let editor: Editor
let close: () => Promise<void>
beforeEach(async () => {
  ;({editor, close} = await openEditor(BODY))
  for (const behavior of TYING) editor.registerBehavior({behavior})
})
afterEach(() => close())

interface Node {
  _type: string
  style?: string
  listItem?: string
  children?: ReturnType<typeof span>[]
  markDefs?: {_key: string; _type: string}[]
}

/** Keys are random. What the text is: its characters with their marks. */
const textOf = (value: readonly unknown[]) =>
  (value as Node[]).map(({_type, style, listItem, children = [], markDefs = []}) => {
    const kinds = new Map(markDefs.map(({_key, _type: kind}) => [_key, kind]))
    const characters = children.flatMap(({text, marks}) => {
      const kept = marks.map((mark) => kinds.get(mark) ?? mark).filter((m) => m !== 'quotation')
      return Array.from(text, (character) => `${character} ${kept.toSorted().join(' ')}`)
    })
    return {_type, style, listItem, characters}
  })

const blocks = () => textBlocksOf(valueOf(editor))
const at = (index: number, from: number, to: number) => ({block: index, from, to})
/** These words of a block. */
const words = (...wanted: [index: number, text: string][]) =>
  wordsOf(
    blocks(),
    wanted.map(([index, text]) => {
      const from = blocks()[index]?.text.indexOf(text) ?? -1
      return at(index, from, from + text.length)
    }),
  )
const quoted = () => quotationsIn(valueOf(editor)).map(({parts}) => parts.map(({text}) => text))
const undo = (): void => editor.send({type: 'history.undo'})
const redo = (): void => editor.send({type: 'history.redo'})

describe('the words', () => {
  const twoParts = () => words([0, 'It has earned a long rest'], [0, 'and so have I'])

  it('are two parts of one quotation around “she said”', () => {
    expect(tieWords(editor, twoParts(), QUOTE)).toBe(true)
    expect(quoted()).toEqual([['It has earned a long rest', 'and so have I']])
  })

  it('lose the annotation again in one step', () => {
    const before = valueOf(editor)
    tieWords(editor, twoParts(), QUOTE)
    undo()
    expect(textOf(valueOf(editor))).toEqual(textOf(before))
    expect(quoted()).toEqual([])
    redo()
    expect(quoted()).toEqual([['It has earned a long rest', 'and so have I']])
  })

  it('begin and end between other marks', () => {
    tieWords(editor, words([0, 'earned']), QUOTE)
    expect(quoted()).toEqual([['earned']])
  })

  it('may be in several paragraphs', () => {
    tieWords(editor, words([0, 'and so have I.”'], [2, 'One item'], [3, 'quoted']), QUOTE)
    expect(quoted().flat()).toEqual(['and so have I.”', 'One item', 'quoted'])
  })

  it('are not tied to two quotes', () => {
    tieWords(editor, words([0, 'It has earned a']), QUOTE)
    tieWords(editor, words([0, 'earned a long rest']), {...QUOTE, _ref: 'another'})
    const found = quotationsIn(valueOf(editor)).map(({quote, parts}) => [quote, parts[0]?.text])
    expect(found).toEqual([
      ['quote-of-ada', 'It has '],
      ['another', 'earned a long rest'],
    ])
  })

  it('leave the caret behind them', () => {
    tieWords(editor, words([0, 'earned']), QUOTE)
    const {selection, value} = editor.getSnapshot().context
    expect(selection && selectedIn(value, selection)).toEqual([at(0, 14, 14)])
  })
})

describe('a colleague who writes in the paragraph meanwhile', () => {
  const type = (offset: number, text: string): void => {
    const point = {path: [{_key: 'first'}, 'children', {_key: 'a'}], offset}
    editor.send({type: 'select', at: {anchor: point, focus: point}})
    editor.send({type: 'insert.text', text})
  }

  it('moves the words', () => {
    const before = words([0, 'earned a long rest'])
    type(0, 'Yesterday: ')
    expect(tieWords(editor, before, QUOTE)).toBe(true)
    expect(quoted()).toEqual([['earned a long rest']])
  })

  it('makes them other words: nothing is tied', () => {
    const before = words([0, 'It has earned'])
    type(4, 'really ')
    expect(tieWords(editor, before, QUOTE)).toBe(false)
    expect(quoted()).toEqual([])
  })
})

it(
  'changes no text, whatever is selected, and undo takes back all of it',
  {tags: ['random']},
  () => {
    const before = valueOf(editor)
    const text = textOf(before)
    const points = blocks().flatMap(({key, spans}) =>
      spans.flatMap((one) =>
        Array.from({length: one.text.length + 1}, (_, offset) => ({
          path: [{_key: key}, 'children', {_key: one.key}],
          offset,
        })),
      ),
    )
    const point = fc.constantFrom(...points)
    fc.assert(
      fc.property(point, point, (anchor, focus) => {
        const selected = selectedIn(valueOf(editor), {anchor, focus})
        const meant = wordsOf(blocks(), selected).filter((one) => one.text !== '')
        expect(tieWords(editor, meant, QUOTE)).toBe(meant.length > 0)
        expect(textOf(valueOf(editor))).toEqual(text)
        expect(quoted().flat()).toEqual(meant.map((one) => one.text))
        if (meant.length > 0) undo()
        expect(quoted()).toEqual([])
        expect(textOf(valueOf(editor))).toEqual(text)
        expect(selectedIn(valueOf(editor), {anchor, focus})).toEqual(selected)
      }),
      {numRuns: runs(100)},
    )
  },
)
