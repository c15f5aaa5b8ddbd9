// The keyboard in the result of an intake.
import {beforeAll, describe, expect, it} from 'vitest'
import type {Person} from '../../../../studio/plugins/intake/look-ups.ts'
import {propose, rowsOf, type Proposal} from '../../../../studio/plugins/intake/proposal.ts'
import {afterKey, keyOf, type Key, type Keys} from '../../../../studio/plugins/intake/row-keys.ts'
import {readText} from './support.ts'

let start: Proposal
beforeAll(async () => {
  start = propose(await readText(), {sections: [], people: []})
})

const KNOWN = {isPublished: true, about: '', isOwn: false}
const PEOPLE: Person[] = [
  {...KNOWN, id: 'rosa', kind: 'sources', name: 'Rosa Almeida'},
  {...KNOWN, id: 'mara', kind: 'authors', name: 'Mara Lindqvist'},
]

/** The state after these keys, from a row on. */
function press(selected: string, ...pressed: Key[]): {keys: Keys; proposal: Proposal} {
  let state = {keys: {selected, isEditing: false}, proposal: start}
  for (const key of pressed) {
    const next = afterKey({...state, people: {people: PEOPLE}}, key)
    if (typeof next === 'string') throw new Error(next)
    state = next
  }
  return state
}
const row = ({proposal, keys}: ReturnType<typeof press>) =>
  rowsOf(proposal).find(({key}) => key === keys.selected)!

describe('arrows', () => {
  it.each<[string, Key[], string]>([
    ['headline', ['down'], 'dek'],
    ['headline', ['up'], 'kicker'],
    ['section', ['up'], 'section'],
    ['leftOut:1', ['down'], 'leftOut:1'],
    ['headline', ['last'], 'leftOut:1'],
    ['quote:2', ['first'], 'section'],
  ])('from %s by %s lead to %s', (from, pressed, to) => {
    expect(press(from, ...pressed).keys.selected).toBe(to)
  })
})

describe('a row', () => {
  it.each<[string, Key[], boolean]>([
    ['headline', ['drop'], true],
    ['headline', ['drop', 'drop'], false],
    ['headline', ['putBack'], false],
    ['headline', ['drop', 'putBack'], false],
    ['leftOut:0', ['putBack'], false],
    ['leftOut:0', ['drop'], true],
    ['leftOut:0', ['putBack', 'drop'], true],
  ])('%s after %s is dropped: %s', (key, pressed, isDropped) => {
    expect(row(press(key, ...pressed)).isDropped).toBe(isDropped)
  })

  it.each<[string, Key[], boolean]>([
    ['headline', ['edit'], true],
    ['headline', ['edit', 'endEdit'], false],
    ['headline', ['drop', 'edit'], false],
    ['block:6', ['edit'], false],
  ])('%s after %s is edited: %s', (key, pressed, isEditing) => {
    expect(press(key, ...pressed).keys.isEditing).toBe(isEditing)
  })

  it.each<[string, Key[], boolean | null]>([
    ['quote:0', ['confirm'], true],
    ['quote:0', ['confirm', 'confirm'], false],
    ['headline', ['confirm'], null],
  ])('%s after %s is confirmed: %s', (key, pressed, isConfirmed) => {
    expect(row(press(key, ...pressed)).isConfirmed).toBe(isConfirmed)
  })
})

it('uses the existing person by one key, and a new one by the same', () => {
  expect(press('quote:0', 'useExisting').proposal.chosen.sources).toMatchObject({
    'Rosa Almeida': {id: 'rosa'},
  })
  expect(press('quote:0', 'useExisting', 'useExisting').proposal.chosen.sources).toEqual({})
  expect(press('byline:0', 'useExisting').proposal.chosen.authors).toMatchObject({
    'Mara Lindqvist': {id: 'mara'},
  })
  expect(press('headline', 'useExisting').proposal).toBe(start)
})

describe('a key', () => {
  const event = (key: string, more: object = {}) =>
    ({key, target: {tagName: 'DIV'}, ...more}) as unknown as KeyboardEvent
  const input = {tagName: 'INPUT', type: 'text'}

  it.each<[string, object, Key | null]>([
    ['D', {}, 'drop'],
    ['Enter', {}, 'edit'],
    ['Enter', {ctrlKey: true}, 'make'],
    ['Enter', {ctrlKey: true, target: input}, 'make'],
    ['c', {ctrlKey: true}, null],
    ['Escape', {}, 'back'],
    ['d', {target: input}, null],
    ['Delete', {target: {tagName: 'TEXTAREA'}}, null],
    ['Escape', {target: input}, 'endEdit'],
    ['Enter', {target: input}, 'endEdit'],
    ['Enter', {target: {tagName: 'TEXTAREA'}}, null],
    ['Enter', {target: {tagName: 'BUTTON'}}, null],
    ['ArrowDown', {target: {tagName: 'INPUT', type: 'radio'}}, null],
    ['Enter', {isComposing: true, target: input}, null],
  ])('%s with %o means %s', (key, more, meaning) => {
    expect(keyOf(event(key, more))).toBe(meaning)
  })
})
