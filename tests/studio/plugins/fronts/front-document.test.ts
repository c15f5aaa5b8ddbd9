import {expect, it} from 'vitest'
import {asFront, type FrontDocument} from '../../../../studio/plugins/fronts/front-document.ts'

const piece = {_type: 'reference', _ref: 'a'}
const of = (containers: unknown): FrontDocument =>
  ({_id: 'front-home', _type: 'front', containers}) as never

it.each<[what: string, stored: unknown, shown: unknown[]]>([
  ['no containers', undefined, []],
  ['containers that are no list', {a: 1}, []],
  ['containers without a key', [null, 'x', {slots: []}], []],
  ['slots that are no list', [{_key: 'c', slots: 'x'}], [{_key: 'c', slots: []}]],
  [
    'a place that has no story yet',
    [{_key: 'c', slots: [{_key: 's'}, {_key: 't', piece: 'a'}, {_key: 'u', piece}]}],
    [{_key: 'c', slots: [{_key: 'u', piece}]}],
  ],
  [
    'words that are no text, and a time that is none',
    [
      {
        _key: 'c',
        title: 5,
        fill: 'x',
        count: 'y',
        slots: [{_key: 's', piece, dek: {}, headline: 1, kicker: [], picture: 'p', until: 'soon'}],
      },
    ],
    [{_key: 'c', slots: [{_key: 's', piece}]}],
  ],
  [
    'a picture that has no photo yet',
    [{_key: 'c', slots: [{_key: 's', piece, picture: {_type: 'image'}}]}],
    [{_key: 'c', slots: [{_key: 's', piece, picture: {_type: 'image'}}]}],
  ],
])('shows what can be shown of a front with %s', (_what, stored, shown) => {
  expect(asFront(of(stored)).containers).toEqual(shown)
})
