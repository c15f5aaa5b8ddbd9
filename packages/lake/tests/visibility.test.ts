// What a reader sees, in three ways: by definition, by the view of queries, by reading stored documents.
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {createGrants} from '../src/grants.ts'
import {createDataset} from '../src/query/dataset.ts'
import {targetsOf} from '../src/references.ts'
import {createStoredVisibility} from '../src/visibility.ts'
import type {LakeDocument} from '../src/types.ts'
import {ANYONE, ROLES} from './query/fixture.ts'
import {doc, NOON} from '@copydesk/groq/tests/fixture.ts'
import {FACTOR, runs} from '../../../tests/support/runs.ts'

const HOUR = 3_600_000
const IDS = ['a', 'b', 'c', 'p', 'q', 'r', 's', 'x', 'y', 'drafts.a', 'drafts.p']
const TYPES = ['article', 'article', 'photo', 'photo', 'photo', 'correction', 'sanity.imageAsset']

/** The definition: slow, from nothing but the documents. */
function visible(documents: LakeDocument[], now: number): string[] {
  const published = documents.filter(({_id}) => !_id.includes('.'))
  const isAsset = ({_type}: LakeDocument) => _type === 'sanity.imageAsset'
  const isOpen = ({embargo, ...one}: LakeDocument) =>
    !embargo || isAsset(one) || Date.parse((embargo as {until: string}).until) <= now
  const refers = (from: LakeDocument, to: LakeDocument) => targetsOf(from).has(to._id)
  const open = published.filter(isOpen)
  const photos = open.filter(({_type}) => _type === 'photo')

  const hasHiddenAbove = new Set<LakeDocument>(published.filter((one) => !isOpen(one)))
  repeat(() => {
    for (const photo of photos) {
      if ([...hasHiddenAbove].some((one) => refers(one, photo))) hasHiddenAbove.add(photo)
    }
    return hasHiddenAbove.size
  })
  const seen = new Set(open.filter(({_type}) => _type === 'article'))
  for (const photo of photos) if (!hasHiddenAbove.has(photo)) seen.add(photo)
  repeat(() => {
    for (const photo of photos) if ([...seen].some((one) => refers(one, photo))) seen.add(photo)
    return seen.size
  })

  const counts = published.filter((one) => !isOpen(one) || /article|photo/.test(one._type))
  const assets = open.filter((one) => isAsset(one) && [...seen].some((other) => refers(other, one)))
  const corrections = open.filter(
    (one) =>
      one._type === 'correction' && counts.every((other) => seen.has(other) || !refers(one, other)),
  )
  return [...seen, ...assets, ...corrections].map(({_id}) => _id).toSorted()
}

function repeat(step: () => number): void {
  for (let before = -1, after = step(); after !== before; after = step()) before = after
}

/** By look-ups, one document at a time. */
function lookedUp(documents: ReadonlyMap<string, LakeDocument>, now: number): string[] {
  const grants = createGrants(ROLES, () => now)
  const stored = {
    get: (id: string) => documents.get(id) ?? null,
    referencing: (id: string) =>
      [...documents.values()].filter((one) => targetsOf(one).has(id)).map(({_id}) => _id),
  }
  return [...documents.values()]
    .filter((one) =>
      grants.permits(ANYONE, 'read', one, createStoredVisibility(grants, ANYONE, stored)),
    )
    .map(({_id}) => _id)
    .toSorted()
}

const edit = fc.record({
  id: fc.constantFrom(...IDS),
  made: fc.option(
    fc.record({
      type: fc.constantFrom(...TYPES),
      targets: fc.array(fc.constantFrom(...IDS), {maxLength: 3}),
      hours: fc.constantFrom(null, null, -1, 1, 2),
    }),
    {freq: 8},
  ),
})
const transaction = fc.record({
  edits: fc.array(edit, {minLength: 1, maxLength: 4}),
  pass: fc.constantFrom(0, 0, HOUR),
})

test('definition, view and stored documents agree', {tags: ['random']}, () => {
  let hidden = 0
  fc.assert(
    fc.property(
      fc.array(edit, {maxLength: 9}),
      fc.array(transaction, {minLength: 1, maxLength: 8}),
      (begin, transactions) => {
        let now = NOON
        const stored = new Map<string, LakeDocument>()
        const put = ({id, made}: (typeof begin)[number]): LakeDocument | undefined => {
          const document = made
            ? doc(id, made.type, {
                to: made.targets.map((_ref, n) => ({_ref, ...(n > 0 ? {_weak: true} : {})})),
                ...(made.hours === null
                  ? {}
                  : {embargo: {until: new Date(NOON + made.hours * HOUR).toISOString()}}),
              })
            : undefined
          if (document) stored.set(id, document)
          else stored.delete(id)
          return document
        }
        for (const each of begin) put(each)
        const data = createDataset({
          documents: [...stored.values()].toSorted((a, b) => (a._id < b._id ? -1 : 1)),
          roles: ROLES,
          grants: createGrants(ROLES, () => now),
        })
        const followed = () => data.view(ANYONE, 'raw', now).all.map(({_id}) => _id)
        followed()
        for (const {edits, pass} of transactions) {
          now += pass
          data.apply(new Map(edits.map((each) => [each.id, put(each)])))
          const expected = visible([...stored.values()], now)
          hidden += stored.size - expected.length
          expect(followed()).toEqual(expected)
          expect(lookedUp(stored, now)).toEqual(expected)
        }
      },
    ),
    {numRuns: runs(400), seed: 7},
  )
  expect(hidden).toBeGreaterThan(1_000 * FACTOR)
})
