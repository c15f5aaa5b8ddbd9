import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {createGrants} from '../../src/grants.ts'
import {createDataset} from '../../src/query/dataset.ts'
import type {Perspective} from '@copydesk/groq/documents'
import type {Actor, LakeDocument} from '../../src/types.ts'
import {ANYONE, JOURNALIST, ROLES, SYSTEM} from './fixture.ts'
import {doc, NOON} from '@copydesk/groq/tests/fixture.ts'
import {runs} from '../../../../tests/support/runs.ts'

const HOUR = 3_600_000
const until = (hours: number) => ({embargo: {until: new Date(NOON + hours * HOUR).toISOString()}})
const image = doc('image-1', 'sanity.imageAsset')
const using = (id: string, fields = {}) =>
  doc(id, 'article', {photo: {asset: {_ref: 'image-1'}}, ...fields})
const to = (...ids: string[]) => ({to: ids.map((_ref) => ({_type: 'reference', _ref}))})

function dataset(documents: LakeDocument[]) {
  const time = {now: NOON}
  const grants = createGrants(ROLES, () => time.now)
  const sorted = documents.toSorted((a, b) => (a._id < b._id ? -1 : 1))
  const data = createDataset({documents: sorted, roles: ROLES, grants})
  const ids = (actor: Actor = ANYONE, perspective: Perspective = 'raw'): string[] =>
    data.view(actor, perspective, time.now).all.map(({_id}) => _id)
  const change = (changes: Record<string, LakeDocument | undefined>): void =>
    data.apply(new Map(Object.entries(changes)))
  return {time, ids, change}
}

describe('Anyone', () => {
  test('sees only published documents, from every perspective', () => {
    const {ids} = dataset([
      doc('a'),
      doc('drafts.a'),
      doc('drafts.new'),
      doc('versions.rSummer.a'),
      doc('private.source.a', 'privateSource'),
      doc('_.groups.x', 'system.group'),
    ])
    expect(ids(SYSTEM)).toHaveLength(6)
    for (const perspective of [
      'raw',
      ['published'],
      ['drafts', 'published'],
      ['rSummer', 'published'],
    ]) {
      expect(ids(ANYONE, perspective as Perspective)).toEqual(['a'])
    }
  })

  test('has one view for all perspectives, so that many of them cost nothing', () => {
    const grants = createGrants(ROLES, () => NOON)
    let made = 0
    const documents = [doc('a'), doc('drafts.a'), doc('versions.r1.a')]
    const data = createDataset({documents, roles: ROLES, grants, onView: () => (made += 1)})
    for (let n = 0; n < 20; n++) data.view(ANYONE, [`r${n}`, 'published'], NOON)
    // Of what they may see, and of that as published.
    expect(made).toBe(2)
  })

  test('sees a document when its embargo ends, without a write', () => {
    const {ids, time} = dataset([doc('free'), doc('held', 'article', until(2))])
    expect(ids()).toEqual(['free'])
    time.now += 2 * HOUR - 1
    expect(ids(ANYONE, ['published'])).toEqual(['free'])
    time.now += 1
    expect(ids()).toEqual(['free', 'held'])
    expect(ids(ANYONE, ['published'])).toEqual(['free', 'held'])
  })

  test('no longer sees a document that is put under embargo', () => {
    const {ids, change} = dataset([doc('a')])
    expect(ids()).toEqual(['a'])
    change({a: doc('a', 'article', until(1))})
    expect(ids()).toEqual([])
  })

  test('sees an asset only while a readable document refers to it', () => {
    const {ids, change, time} = dataset([image, using('drafts.a'), using('private.photo.a')])
    expect(ids()).toEqual([])
    change({a: using('a')})
    expect(ids()).toEqual(['a', 'image-1'])
    change({a: undefined})
    expect(ids()).toEqual([])
    change({held: using('held', until(1))})
    expect(ids()).toEqual([])
    time.now += HOUR
    expect(ids()).toEqual(['held', 'image-1'])
    change({held: doc('held')})
    expect(ids()).toEqual(['held'])
  })

  test('does not see an asset because another asset refers to it', () => {
    const {ids} = dataset([
      using('a'),
      {...image, source: {_ref: 'image-2'}},
      doc('image-2', 'sanity.imageAsset', {source: {_ref: 'image-2'}}),
    ])
    expect(ids()).toEqual(['a', 'image-1'])
  })
})

describe('A document that readers see only together with others', () => {
  const photo = (id: string, fields = {}) => doc(id, 'photo', fields)
  const held = (id: string, ...ids: string[]) => doc(id, 'article', {...until(1), ...to(...ids)})

  test('is visible by itself while nothing published uses it', () => {
    const {ids, change} = dataset([photo('p'), {...held('drafts.a', 'p')}])
    expect(ids()).toEqual(['p'])
    change({a: held('a', 'p')})
    expect(ids()).toEqual([])
    change({a: undefined})
    expect(ids()).toEqual(['p'])
  })

  test('disappears and returns with the hidden article, and so do its own targets', () => {
    const {ids, time} = dataset([
      held('a', 'p'),
      photo('p', to('q', 'image-1')),
      photo('q', to('a', 'r')),
      photo('r'),
      image,
    ])
    expect(ids()).toEqual([])
    expect(ids(ANYONE, ['published'])).toEqual([])
    time.now += HOUR - 1
    expect(ids()).toEqual([])
    time.now += 1
    expect(ids()).toEqual(['a', 'image-1', 'p', 'q', 'r'])
    expect(ids(ANYONE, ['published'])).toEqual(['a', 'image-1', 'p', 'q', 'r'])
  })

  test('stays while another visible document uses it', () => {
    const {ids, change} = dataset([
      held('a', 'p'),
      doc('b', 'article', to('q')),
      photo('p'),
      photo('q', to('p', 'image-1')),
      image,
    ])
    expect(ids()).toEqual(['b', 'image-1', 'p', 'q'])
    change({b: held('b', 'q')})
    expect(ids()).toEqual([])
    change({b: doc('b', 'article')})
    expect(ids()).toEqual(['b', 'image-1', 'p', 'q'])
    change({q: photo('q')})
    expect(ids()).toEqual(['b', 'q'])
  })

  test('is hidden by a weak reference, too', () => {
    const weak = {photo: {_type: 'reference', _ref: 'p', _weak: true}}
    expect(dataset([doc('a', 'article', {...until(1), ...weak}), photo('p')]).ids()).toEqual([])
  })

  test('is not made visible by a circle of references', () => {
    const circle = [photo('p', to('q', 'p')), photo('q', to('p', 'r')), photo('r')]
    const {ids, change} = dataset(circle)
    expect(ids()).toEqual(['p', 'q', 'r'])
    change({a: held('a', 'q')})
    expect(ids()).toEqual([])
    change({b: doc('b', 'article', to('p'))})
    expect(ids()).toEqual(['b', 'p', 'q', 'r'])
  })

  test('is hidden as long as the article that it is about', () => {
    const {ids, change, time} = dataset([
      held('a'),
      doc('correction-a-1', 'correction', to('a')),
      doc('correction-gone-1', 'correction', to('gone')),
      doc('correction-b-1', 'correction', to('b')),
      doc('b'),
    ])
    expect(ids()).toEqual(['b', 'correction-b-1', 'correction-gone-1'])
    change({b: held('b'), gone: held('gone')})
    expect(ids()).toEqual([])
    change({b: undefined})
    expect(ids()).toEqual(['correction-b-1'])
    time.now += HOUR
    expect(ids()).toEqual(['a', 'correction-a-1', 'correction-b-1', 'correction-gone-1', 'gone'])
  })

  test('is visible to the newsroom', () => {
    expect(dataset([held('a', 'p'), photo('p')]).ids(JOURNALIST)).toEqual(['a', 'p'])
  })
})

test('A filter that uses the identity is evaluated for each person', () => {
  const {ids} = dataset([doc('s1', 'secret', {owner: 'u1'}), doc('s2', 'secret', {owner: 'u2'})])
  expect(ids(JOURNALIST)).toEqual(['s1'])
  expect(ids({...JOURNALIST, id: 'u2'})).toEqual(['s2'])
  expect(ids(JOURNALIST)).toEqual(['s1'])
})

test('An actor without a role sees nothing', () => {
  const {ids} = dataset([doc('a')])
  expect(ids({...JOURNALIST, roles: []})).toEqual([])
  expect(ids({...JOURNALIST, roles: ['unknown']})).toEqual([])
})

test('A view that followed many changes equals a new view', {tags: ['random']}, () => {
  const TYPES = {
    a: 'article',
    b: 'article',
    'drafts.a': 'article',
    p: 'photo',
    q: 'photo',
    'correction-1': 'correction',
    'image-1': 'sanity.imageAsset',
  }
  const id = fc.constantFrom(...(Object.keys(TYPES) as (keyof typeof TYPES)[]))
  const document = fc.record({
    type: fc.option(fc.constantFrom(...Object.values(TYPES)), {freq: 5}),
    targets: fc.uniqueArray(fc.constantFrom('a', 'b', 'p', 'q', 'image-1'), {maxLength: 3}),
    hours: fc.constantFrom(null, -1, 1, 2),
  })
  const step = fc.record({id, document: fc.option(document), pass: fc.constantFrom(0, 0, HOUR)})
  fc.assert(
    fc.property(fc.array(step, {maxLength: 16}), (steps) => {
      const stored = new Map<string, LakeDocument>()
      const followed = dataset([])
      followed.ids()
      for (const {id: _id, document: made, pass} of steps) {
        const next = made
          ? doc(_id, made.type ?? TYPES[_id], {
              ...to(...made.targets),
              ...(made.hours === null ? {} : until(made.hours)),
            })
          : undefined
        if (next) stored.set(_id, next)
        else stored.delete(_id)
        followed.time.now += pass
        followed.change({[_id]: next})
        const anew = dataset([...stored.values()])
        anew.time.now = followed.time.now
        for (const perspective of ['raw', ['drafts', 'published']] as const) {
          expect(followed.ids(ANYONE, perspective)).toEqual(anew.ids(ANYONE, perspective))
        }
      }
    }),
    {numRuns: runs(1_000), seed: 1},
  )
})
