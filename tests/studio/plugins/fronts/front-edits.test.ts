import {describe, expect, it} from 'vitest'
import {
  weakly,
  type FrontDocument,
  type FrontSlot,
} from '../../../../studio/plugins/fronts/front-document.ts'
import {
  editFront,
  nextPlace,
  type FrontEdit,
} from '../../../../studio/plugins/fronts/front-edits.ts'

const slot = (piece: string, fields: Partial<FrontSlot> = {}): FrontSlot => ({
  _key: `s-${piece}`,
  _type: 'frontSlot',
  piece: weakly(piece),
  ...fields,
})
const container = (_key: string, ...pieces: string[]) => ({
  _key,
  _type: 'frontContainer' as const,
  layout: 'three' as const,
  slots: pieces.map((piece) => slot(piece)),
})
const front: FrontDocument = {
  _id: 'front-home',
  _type: 'front',
  containers: [container('top', 'a', 'b', 'c'), container('foot', 'd')],
}

const at = (place: string, piece: string) =>
  `containers[_key=="${place}"].slots[_key=="s-${piece}"]`
const end = (place: string) => ({
  setIfMissing: {[`containers[_key=="${place}"].slots`]: []},
  insert: {after: `containers[_key=="${place}"].slots[-1]`},
})

describe('editFront', () => {
  it.each<[what: string, edit: FrontEdit, patch: object, undo: FrontEdit]>([
    [
      'places a story before another',
      {kind: 'place', slot: slot('x'), to: {container: 'top', before: 's-b'}},
      {insert: {before: at('top', 'b'), items: [slot('x')]}},
      {kind: 'remove', slot: 's-x', was: {slot: slot('x'), container: 'top'}},
    ],
    [
      'places a story at the end where the other has gone',
      {kind: 'place', slot: slot('x'), to: {container: 'top', before: 's-gone'}},
      {...end('top'), insert: {...end('top').insert, items: [slot('x')]}},
      {kind: 'remove', slot: 's-x', was: {slot: slot('x'), container: 'top'}},
    ],
    [
      'puts a story back before the next one that is there still',
      {
        kind: 'move',
        slot: 's-d',
        to: {container: 'top', before: 's-gone', orBefore: ['s-b', 's-c']},
      },
      {unset: [at('foot', 'd')], insert: {before: at('top', 'b'), items: [slot('d')]}},
      {kind: 'move', slot: 's-d', to: {container: 'foot'}, from: 'top'},
    ],
    [
      'moves a story that is there already',
      {kind: 'place', slot: {...slot('a'), _key: 'new'}, to: {container: 'foot', before: 's-d'}},
      {unset: [at('top', 'a')], insert: {before: at('foot', 'd'), items: [slot('a')]}},
      {
        kind: 'move',
        slot: 's-a',
        to: {container: 'top', before: 's-b', orBefore: ['s-c']},
        from: 'foot',
      },
    ],
    [
      'moves a story to the end of its own container',
      {kind: 'move', slot: 's-a', to: {container: 'top'}},
      {unset: [at('top', 'a')], ...end('top'), insert: {...end('top').insert, items: [slot('a')]}},
      {
        kind: 'move',
        slot: 's-a',
        to: {container: 'top', before: 's-b', orBefore: ['s-c']},
        from: 'top',
      },
    ],
    [
      'leaves a story where it is that is to be before itself',
      {kind: 'move', slot: 's-a', to: {container: 'top', before: 's-a'}},
      {unset: [at('top', 'a')], insert: {before: at('top', 'b'), items: [slot('a')]}},
      {
        kind: 'move',
        slot: 's-a',
        to: {container: 'top', before: 's-b', orBefore: ['s-c']},
        from: 'top',
      },
    ],
    [
      'takes a story off, and knows where it was',
      {kind: 'remove', slot: 's-c'},
      {unset: [at('top', 'c')]},
      {kind: 'place', slot: slot('c'), to: {container: 'top'}, isBack: true},
    ],
    [
      'gives a story other words, and its own back',
      {kind: 'word', slot: 's-a', set: {headline: 'New', dek: undefined}},
      {set: {[`${at('top', 'a')}.headline`]: 'New'}, unset: [`${at('top', 'a')}.dek`]},
      {
        kind: 'word',
        slot: 's-a',
        set: {headline: undefined, dek: undefined},
        was: {headline: 'New', dek: undefined},
      },
    ],
    [
      'removes a container with all that is in it',
      {kind: 'removeContainer', container: 'top'},
      {unset: ['containers[_key=="top"]']},
      {kind: 'placeContainer', container: container('top', 'a', 'b', 'c'), before: 'foot'},
    ],
    [
      'moves a container',
      {kind: 'moveContainer', container: 'foot', before: 'top'},
      {
        unset: ['containers[_key=="foot"]'],
        insert: {before: 'containers[_key=="top"]', items: [container('foot', 'd')]},
      },
      {kind: 'moveContainer', container: 'foot'},
    ],
    [
      'brings back a container without what was put elsewhere meanwhile',
      {kind: 'placeContainer', container: container('back', 'a', 'x')},
      {
        setIfMissing: {containers: []},
        insert: {after: 'containers[-1]', items: [container('back', 'x')]},
      },
      {kind: 'removeContainer', container: 'back', was: [slot('x')]},
    ],
  ])('%s', (_what, edit, patch, undo) => {
    expect(editFront(front, edit)).toEqual({patch, undo})
  })

  it.each<[what: string, edit: FrontEdit]>([
    ['a story that has gone', {kind: 'remove', slot: 's-gone'}],
    ['a move into a container that has gone', {kind: 'move', slot: 's-a', to: {container: 'gone'}}],
    ['a container that has gone', {kind: 'removeContainer', container: 'gone'}],
    [
      'the undo of words that a colleague has changed since',
      {kind: 'word', slot: 's-a', set: {headline: 'Old'}, was: {headline: 'Mine'}},
    ],
    [
      'the undo of a story that a colleague has reworded since',
      {kind: 'remove', slot: 's-a', was: {slot: slot('a', {headline: 'Mine'}), container: 'top'}},
    ],
    [
      'the undo of a story that a colleague has moved since',
      {kind: 'remove', slot: 's-a', was: {slot: slot('a'), container: 'foot'}},
    ],
    [
      'the undo of a move after which a colleague has moved the story',
      {kind: 'move', slot: 's-a', to: {container: 'foot'}, from: 'foot'},
    ],
    [
      'the undo of a removal after which a colleague has placed the story',
      {kind: 'place', slot: {...slot('a'), _key: 'mine'}, to: {container: 'foot'}, isBack: true},
    ],
    [
      'the undo of a container into which a colleague has put a story',
      {kind: 'removeContainer', container: 'foot', was: []},
    ],
  ])('refuses %s with a sentence', (_what, edit) => {
    expect(editFront(front, edit)).toEqual({refused: expect.stringMatching(/colleague.*\.$/)})
  })
})

describe('nextPlace', () => {
  it.each<[piece: string, direction: 'up' | 'down', place: object | undefined]>([
    ['b', 'up', {container: 'top', before: 's-a'}],
    ['a', 'up', undefined],
    ['d', 'up', {container: 'top'}],
    ['a', 'down', {container: 'top', before: 's-c'}],
    ['b', 'down', {container: 'top'}],
    ['c', 'down', {container: 'foot', before: 's-d'}],
    ['d', 'down', undefined],
  ])('of %s, one %s', (piece, direction, place) => {
    expect(nextPlace(front, `s-${piece}`, direction)).toEqual(place)
  })
})
