// Orders by value are built on demand, follow changes, and are dropped when there are too many.
import {expect, test} from 'vitest'
import {createDocumentIndex} from '../src/documents/document-index.ts'
import type {Field} from '../src/documents/field-index.ts'
import {createOrdersByValue} from '../src/documents/orders-by-value.ts'
import type {LakeDocument} from '../src/types.ts'
import {doc} from './fixture.ts'

const tags = (document: LakeDocument): string[] => [...new Set(document['tags'] as string[])]
const thing = (id: string, n: number, ...own: string[]): LakeDocument =>
  doc(id, 'thing', {n, tags: own})

const idsOf = (groups: Iterable<readonly LakeDocument[]>): string =>
  [...groups].flatMap((group) => group.map(({_id}) => _id)).join(' ')

test('drops the least recently used order when there are too many documents', () => {
  let made = 0
  const valueOf = (document: LakeDocument) => {
    made += 1
    return document['n']
  }
  const orders = createOrdersByValue({valuesOf: tags, valueOf, maxDocuments: 5})
  const two = [thing('a', 2, 'x'), thing('b', 1, 'x')]
  expect(idsOf(orders.of('x', two).groups(false))).toBe('b a')
  expect(idsOf(orders.of('y', two).groups(true))).toBe('a b')
  expect(made).toBe(4)
  orders.of('x', two)
  expect(made).toBe(4)
  // Three orders are too many: the order of `y` is dropped.
  orders.of('z', two)
  expect(made).toBe(6)
  orders.of('x', two)
  expect(made).toBe(6)
  orders.of('y', two)
  expect(made).toBe(8)
  // The newest order is kept even if it is too large.
  const many = [1, 2, 3, 4, 5, 6].map((n) => thing(`m${n}`, n, 'm'))
  expect(orders.of('m', many).size).toBe(6)
  expect(orders.of('m', many)).toBe(orders.of('m', many))
})

test('a document is in the orders of all its values', () => {
  const field: Field = {
    name: 'tags',
    attributes: ['tags'],
    isList: true,
    valueOf: (document) => document['tags'],
  }
  const number: Field = {name: 'n', attributes: ['n'], valueOf: (document) => document['n']}
  const view = createDocumentIndex([thing('a', 3, 'x', 'y'), thing('b', 2, 'x'), thing('c', 1)])
  const found = (value: string): string =>
    idsOf(view.ordered(number, 'thing', {field, value})?.groups(false) ?? [])
  expect([found('x'), found('y'), found('z')]).toEqual(['b a', 'a', ''])
  view.put(thing('c', 1, 'y', 'y', 'z'))
  view.put(thing('a', 0, 'x', 'x'))
  expect([found('x'), found('y'), found('z')]).toEqual(['a b', 'c', 'c'])
  view.remove('c')
  view.put(doc('b', 'other', {n: 1, tags: ['x']}))
  expect([found('x'), found('y'), found('z')]).toEqual(['a', '', ''])
})
