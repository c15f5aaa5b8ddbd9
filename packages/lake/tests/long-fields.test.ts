// Reading a document without its long parts: what is read, what is stepped over, what is known of that.
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {referencesOf} from '@copydesk/groq'
import {createShelf} from '../src/query/long-field-store.ts'
import {skim} from '../src/long-fields.ts'
import type {Head} from '../src/store/short-documents.ts'
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
/** As it is stored and read back. */
const headOf = (document: LakeDocument): Head => {
  const {head, shelved} = skim(document) ?? {head: document}
  return {text: JSON.stringify(head), ...(shelved && {shelved})}
}
const shelfOf = (stored: Map<string, LakeDocument>) =>
  createShelf((id) => JSON.stringify(stored.get(id)) ?? null)

describe('a document in memory', () => {
  test('has all its parts, in their places, the long ones fetched as they are read', () => {
    let fetched = 0
    const shelf = createShelf(() => {
      fetched += 1
      return JSON.stringify(whole)
    })
    const head = shelf.shelve(headOf(whole))
    expect([head['headline'], head['dek'], head._id]).toEqual([
      whole['headline'],
      'After the body',
      'a',
    ])
    expect(fetched).toBe(0)
    expect(JSON.stringify(head)).toBe(JSON.stringify(whole))
    expect({...head}).toEqual(whole)
    expect(fetched).toBe(1)
    expect([...shelf.names]).toEqual(['body', 'transcript'])
  })

  test('tells what it refers to without fetching anything', () => {
    const shelf = createShelf(() => {
      throw new Error('fetched')
    })
    const head = shelf.shelve(headOf(whole))
    expect([...referencesOf(head)]).toEqual(['photo-1', 'section-1'])
    expect([...targetsOf(head)]).toEqual(['photo-1', 'section-1'])
  })

  test('is kept for a while after it was fetched, as long as there is room', () => {
    const fetched: string[] = []
    const large = 'x'.repeat(1_500_000)
    const shelf = createShelf((id) => {
      fetched.push(id)
      return JSON.stringify(doc(id, 'article', {text: large}))
    })
    const heads = ['a', 'b', 'c'].map((id) =>
      shelf.shelve(headOf(doc(id, 'article', {text: large}))),
    )
    const read = (...which: number[]) =>
      which.forEach((at) => expect(heads[at]?.['text']).toBe(large))
    read(0, 1, 0, 1)
    expect(fetched).toEqual(['a', 'b'])
    // The third takes the place of the one asked for the longest ago.
    read(0, 2, 0, 1)
    expect(fetched).toEqual(['a', 'b', 'c', 'b'])
    shelf.forget('b')
    read(1)
    expect(fetched).toEqual(['a', 'b', 'c', 'b', 'b'])
  })

  test('is kept even where it is longer than all that may be kept', () => {
    let fetched = 0
    const huge = doc('a', 'article', {text: 'x'.repeat(5_000_000)})
    const shelf = createShelf(() => {
      fetched += 1
      return JSON.stringify(huge)
    })
    const head = shelf.shelve(headOf(huge))
    for (let read = 0; read < 3; read++) expect(head['text']).toBe(huge['text'])
    expect(fetched).toBe(1)
  })

  test('says which copy it is in a perspective alone', () => {
    const head = shelfOf(new Map([['a', whole]])).shelve(headOf(whole))
    expect(JSON.stringify(head)).not.toContain('_originalId')
    expect(withOriginalIds(true, () => ({...head}))).toHaveProperty('_originalId', 'a')
    expect(head['_originalId']).toBeUndefined()
  })
})

test('short texts and lists of other things are kept', () => {
  const small = doc('a', 'article', {
    body: [block('short')],
    tags: Array.from({length: 400}, (_, n) => `tag ${n}`),
  })
  expect(skim(small)).toBeUndefined()
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
  'whatever a document holds, it reads as it is stored and refers to the same',
  {tags: ['random']},
  () => {
    let stepped = 0
    fc.assert(
      fc.property(fc.dictionary(fc.string(), json), fc.array(json), (fields, items) => {
        const document = {
          ...fields,
          ...doc('a', 'x'),
          body: [block(LONG), ...items],
        } as LakeDocument
        const head = shelfOf(new Map([['a', document]])).shelve(headOf(document))
        if (skim(document)) stepped += 1
        expect(JSON.stringify(head)).toBe(JSON.stringify(document))
        expect(referencesOf(head)).toEqual(referencesOf(document))
        expect(targetsOf(head)).toEqual(targetsOf(document))
      }),
      {numRuns: runs(500)},
    )
    expect(stepped).toBe(runs(500))
  },
)
