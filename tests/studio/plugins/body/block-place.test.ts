import type {EditorSelectionPoint, EditorSnapshot} from '@portabletext/editor'
import {describe, expect, test} from 'vitest'
import {insertAfter} from '../../../../studio/plugins/body/block-place.ts'

const paragraph = (key: string, ...texts: string[]) => ({
  _type: 'block',
  _key: key,
  style: 'normal',
  markDefs: [{_type: 'link', _key: 'link', href: 'https://example.org'}],
  // Every other piece is bold and linked.
  children: texts.map((text, index) => ({
    _type: 'span',
    _key: `${key}-${index}`,
    text,
    marks: index % 2 === 0 ? [] : ['strong', 'link'],
  })),
})

const BODY = [
  paragraph('first', 'Some ', 'bold', ' words'),
  {...paragraph('heading', 'Heading'), style: 'h2'},
  {...paragraph('item', 'An item'), listItem: 'bullet', level: 1},
  paragraph('empty', ''),
  {_type: 'photoUse', _key: 'photo'},
  paragraph('last', 'Last words'),
]

/** A point of the text, e.g. `first-1 2`: after two characters of the second piece. A block has no pieces. */
function point(place: string): EditorSelectionPoint {
  const [child = '', offset = ''] = place.split(' ')
  const [block = ''] = child.split('-')
  const path = block === child ? [{_key: block}] : [{_key: block}, 'children', {_key: child}]
  return {path, offset: Number(offset)}
}

const SNAPSHOT = {
  blockIndexMap: new Map(BODY.map(({_key}, index) => [`[_key=="${_key}"]`, index])),
  context: {
    containers: new Map(),
    converters: [],
    keyGenerator: () => 'key',
    readOnly: false,
    schema: {
      block: {name: 'block'},
      span: {name: 'span'},
      styles: [{name: 'normal', value: 'normal'}],
      lists: [{name: 'bullet', value: 'bullet'}],
      decorators: [{name: 'strong', value: 'strong'}],
      annotations: [{name: 'link', fields: []}],
      blockObjects: [{name: 'photoUse', fields: []}],
      inlineObjects: [],
    },
    selection: null,
    value: BODY,
  },
  decoratorState: {},
} as unknown as EditorSnapshot

/** The key of the block after which to insert. */
function placeFor(anchor: string, focus: string, backward = false): string | undefined {
  const place = insertAfter(SNAPSHOT, {anchor: point(anchor), focus: point(focus), backward})
  return (place?.focus.path[0] as {_key: string} | undefined)?._key
}

describe('a caret', () => {
  test.each([
    ['within a word', 'first-0 3', 'first'],
    ['within a bold link', 'first-1 2', 'first'],
    ['at the end of a paragraph', 'first-2 6', 'first'],
    ['within a heading', 'heading-0 3', 'heading'],
    ['within a list', 'item-0 2', 'item'],
    // What follows is left to the editor, which does it well.
    ['at the beginning of a paragraph', 'first-0 0', undefined],
    ['in an empty paragraph', 'empty-0 0', undefined],
    ['on a photo', 'photo 0', undefined],
  ])('%s', (_, caret, expected) => {
    expect(placeFor(caret, caret)).toBe(expected)
  })
})

describe('a selection', () => {
  test.each([
    ['of a word', 'first-0 0', 'first-0 4', 'first'],
    ['of a whole paragraph', 'first-0 0', 'first-2 6', 'first'],
    ['of plain, bold and linked words', 'first-0 2', 'first-2 3', 'first'],
    ['over several paragraphs', 'first-0 2', 'item-0 3', 'item'],
    ['to the beginning of the next paragraph', 'first-0 0', 'heading-0 0', 'first'],
    ['to an empty paragraph', 'item-0 0', 'empty-0 0', 'item'],
    ['that ends with a photo', 'first-0 2', 'photo 0', 'photo'],
    ['that begins with a photo', 'photo 0', 'last-0 4', 'last'],
    ['of everything', 'first-0 0', 'last-0 10', 'last'],
  ])('%s, drawn in either direction', (_, from, to, expected) => {
    expect(placeFor(from, to)).toBe(expected)
    expect(placeFor(to, from, true)).toBe(expected)
  })
})
