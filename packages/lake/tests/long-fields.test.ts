// Documents whose long fields stay in the database until they are read.
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {referencesOf} from '@copydesk/groq'
import {createLongFieldStore} from '../src/query/long-field-store.ts'
import {splitLongFields} from '../src/long-fields.ts'
import type {ShortDocument} from '../src/store/short-documents.ts'
import {targetsOf} from '../src/references.ts'
import {withOriginalIds} from '@copydesk/groq/documents'
import type {Json, LakeDocument} from '../src/types.ts'
import {doc} from '@copydesk/groq/tests/fixture.ts'
import {runs} from '../../../tests/support/runs.ts'

const LONG = 'A sentence of some length. '.repeat(60)
const block = (text: string, more: Record<string, Json> = {}): Json => ({
  _type: 'block',
  children: [{_type: 'span', text}],
  ...more,
})
const whole = doc('a', 'article', {
  headline: 'With "quotation marks", \\ and { brackets [',
  body: [block(LONG), {_type: 'photoUse', photo: {_ref: 'photo-1'}}, block('short')],
  dek: 'After the body',
  section: {_ref: 'section-1'},
  transcript: LONG,
})
/** As it is stored and read again. */
const shortOf = (document: LakeDocument): ShortDocument => {
  const split = splitLongFields(document)
  if (!split) return {text: JSON.stringify(document)}
  return {text: JSON.stringify(split.short), longFields: split.longFields}
}
const storeOf = (stored: Map<string, LakeDocument>) =>
  createLongFieldStore((id) => JSON.stringify(stored.get(id)) ?? null)

describe('a document in memory', () => {
  test('has all its fields in order, and fetches the long ones when they are read', () => {
    let fetched = 0
    const store = createLongFieldStore(() => {
      fetched += 1
      return JSON.stringify(whole)
    })
    const opened = store.open(shortOf(whole))
    expect([opened['headline'], opened['dek'], opened._id]).toEqual([
      whole['headline'],
      'After the body',
      'a',
    ])
    expect(fetched).toBe(0)
    expect(JSON.stringify(opened)).toBe(JSON.stringify(whole))
    expect({...opened}).toEqual(whole)
    expect(fetched).toBe(1)
    expect([...store.names]).toEqual(['body', 'transcript'])
  })

  test('lists its references without fetching anything', () => {
    const store = createLongFieldStore(() => {
      throw new Error('fetched')
    })
    const opened = store.open(shortOf(whole))
    expect([...referencesOf(opened)]).toEqual(['photo-1', 'section-1'])
    expect([...targetsOf(opened)]).toEqual(['photo-1', 'section-1'])
  })

  test('stays cached after it was fetched, within the limit', () => {
    const fetched: string[] = []
    const large = 'x'.repeat(1_500_000)
    const store = createLongFieldStore((id) => {
      fetched.push(id)
      return JSON.stringify(doc(id, 'article', {text: large}))
    })
    const documents = ['a', 'b', 'c'].map((id) =>
      store.open(shortOf(doc(id, 'article', {text: large}))),
    )
    const read = (...which: number[]) =>
      which.forEach((at) => {
        store.beginQuery()
        expect(documents[at]?.['text']).toBe(large)
      })
    read(0, 1, 0, 1)
    expect(fetched).toEqual(['a', 'b'])
    // The third takes the place of the one that was read the longest ago.
    read(0, 2, 0, 1)
    expect(fetched).toEqual(['a', 'b', 'c', 'b'])
    store.forget('b')
    read(1)
    expect(fetched).toEqual(['a', 'b', 'c', 'b', 'b'])
  })

  test('stays cached while one query reads all documents', () => {
    let fetched = 0
    const text = 'x'.repeat(500_000)
    const store = createLongFieldStore((id) => {
      fetched += 1
      return JSON.stringify(doc(id, 'article', {text, more: text}))
    })
    const opened = (id: string) => store.open(shortOf(doc(id, 'article', {text, more: text})))
    const wanted = opened('wanted')
    const many = Array.from({length: 20}, (_, n) => opened(`other ${n}`))
    const read = (document: LakeDocument) => [document['text'], document['more']]
    store.beginQuery()
    expect(read(wanted)).toEqual([text, text])
    store.beginQuery()
    // Both fields of each, with one look into the database.
    for (const other of many) expect(read(other)).toEqual([text, text])
    expect(fetched).toBe(21)
    store.beginQuery()
    expect(read(wanted)).toEqual([text, text])
    expect(fetched).toBe(21)
  })

  test('is cached even if it is longer than the cache', () => {
    let fetched = 0
    const huge = doc('a', 'article', {text: 'x'.repeat(5_000_000)})
    const store = createLongFieldStore(() => {
      fetched += 1
      return JSON.stringify(huge)
    })
    const opened = store.open(shortOf(huge))
    for (let read = 0; read < 3; read++) expect(opened['text']).toBe(huge['text'])
    expect(fetched).toBe(1)
  })

  test('names its original ID only in a perspective', () => {
    const opened = storeOf(new Map([['a', whole]])).open(shortOf(whole))
    expect(JSON.stringify(opened)).not.toContain('_originalId')
    expect(withOriginalIds(true, () => ({...opened}))).toHaveProperty('_originalId', 'a')
    expect(opened['_originalId']).toBeUndefined()
  })
})

test('short texts and lists without text are not long fields', () => {
  const small = doc('a', 'article', {
    body: [block('short')],
    tags: Array.from({length: 400}, (_, n) => `tag ${n}`),
  })
  expect(splitLongFields(small)).toBeUndefined()
})

const json = fc.letrec<{value: Json}>((tie) => ({
  value: fc.oneof(
    {depthSize: 'small'},
    fc.string({unit: 'binary', maxLength: 8}),
    fc.constantFrom('"', '\\', '\\"', '}]', LONG),
    fc.double({noDefaultInfinity: true, noNaN: true}),
    fc.constantFrom<Json>(null, true, {_ref: 'x'}, {_ref: 'y', _dataset: 'other'}, {_ref: {}}),
    fc.array(tie('value'), {maxLength: 5}),
    fc.dictionary(fc.constantFrom('a', 'children', '_ref', '"', 'text'), tie('value')),
  ) as fc.Arbitrary<Json>,
})).value

test(
  'a random document reads as it is stored and has the same references',
  {tags: ['random']},
  () => {
    let long = 0
    fc.assert(
      fc.property(fc.dictionary(fc.string(), json), fc.array(json), (fields, items) => {
        const document = {
          ...fields,
          ...doc('a', 'x'),
          body: [block(LONG), ...items],
        } as LakeDocument
        const opened = storeOf(new Map([['a', document]])).open(shortOf(document))
        if (splitLongFields(document)) long += 1
        expect(JSON.stringify(opened)).toBe(JSON.stringify(document))
        expect(referencesOf(opened)).toEqual(referencesOf(document))
        expect(targetsOf(opened)).toEqual(targetsOf(document))
      }),
      {numRuns: runs(500)},
    )
    expect(long).toBe(runs(500))
  },
)
