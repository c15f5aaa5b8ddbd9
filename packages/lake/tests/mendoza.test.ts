// @module-tag random
// The encoder against the official decoder: what it patches must come out as what it was given.
import fc from 'fast-check'
import {applyPatch, incremental} from 'mendoza'
import {describe, expect, it} from 'vitest'
import {mendozaDiff} from '../src/mendoza.ts'
import {runs} from '../../../tests/support/runs.ts'

type Fields = Record<string, unknown>

const text = fc.oneof(
  fc.string({unit: 'grapheme', maxLength: 24}),
  fc.string({unit: 'binary', maxLength: 12}),
  // Unpaired and paired surrogates next to each other, where counting bytes is most likely to fail.
  fc
    .array(fc.constantFrom('a', 'é', '漢', '😀', '😁', '\ud83d', '\ude00'), {maxLength: 10})
    .map((units) => units.join('')),
)
const name = fc.oneof(
  fc.constantFrom('_key', '_id', '_type', 'title', 'body', 'children', 'text', '0', '10', '9'),
  text.filter((key) => key !== '__proto__'),
)
const keyed = (value: fc.Arbitrary<unknown>) =>
  fc.record({_key: fc.constantFrom('k1', 'k2', 'k3', 'k4'), text, value}, {requiredKeys: ['_key']})
const {value: anyValue} = fc.letrec<{value: unknown; fields: Fields}>((tie) => ({
  value: fc.oneof(
    {maxDepth: 4, withCrossShrink: true},
    text,
    fc.constantFrom(null, true, false, 0, 1, 1.5, ''),
    fc.array(tie('value'), {maxLength: 6}),
    fc.array(keyed(tie('value')), {maxLength: 6}),
    tie('fields'),
  ),
  fields: fc.dictionary(name, tie('value'), {maxKeys: 6, noNullPrototype: true}),
}))
const fields = fc.dictionary(name, anyValue, {maxKeys: 8, noNullPrototype: true})

/** A value that differs by a few edits, as in a newsroom. */
const edited = (value: unknown): fc.Arbitrary<unknown> => {
  if (typeof value === 'string') {
    return fc
      .tuple(fc.nat(value.length), fc.nat(value.length), text)
      .map(([from, to, inserted]) => value.slice(0, from) + inserted + value.slice(to))
  }
  if (Array.isArray(value)) {
    return fc.oneof(
      fc.shuffledSubarray(value, {minLength: Math.max(0, value.length - 2)}),
      fc.tuple(fc.nat(value.length), anyValue).map(([at, item]) => value.toSpliced(at, 0, item)),
      ...value.map((item, at) => edited(item).map((next) => value.with(at, next))),
    )
  }
  if (typeof value === 'object' && value !== null) {
    return fc.oneof(
      fc.tuple(name, anyValue).map(([key, item]) => ({...value, [key]: item})),
      ...Object.entries(value).flatMap(([key, item]) => [
        fc.constant(Object.fromEntries(Object.entries(value).filter(([other]) => other !== key))),
        edited(item).map((next) => ({...value, [key]: next})),
      ]),
    )
  }
  return anyValue
}

const withoutRev = ({_rev, ...rest}: Fields): Fields => rest
/** The decoder does not tell a copied object's prototype or field order: neither does JSON. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

function expectRoundTrip(before: Fields, after: Fields): void {
  const patch = plain(mendozaDiff(before, after)) as unknown[]
  expect(plain(applyPatch(withoutRev(before), patch))).toEqual(plain(withoutRev(after)))
  const traced = incremental.applyPatch(incremental.wrap(withoutRev(before), 0), patch, 1)
  expect(plain(incremental.unwrap(traced))).toEqual(plain(withoutRev(after)))
}

describe('mendozaDiff', () => {
  it('is undone by the official decoder for any two documents', () => {
    fc.assert(fc.property(fields, fields, expectRoundTrip), {numRuns: runs(2_000), seed: 1})
  })

  it('is undone by the official decoder for documents a few edits apart', () => {
    const pair = fields.chain((before) => fc.tuple(fc.constant(before), edited(before)))
    fc.assert(
      fc.property(pair, ([before, after]) => expectRoundTrip(before, after as Fields)),
      {numRuns: runs(4_000), seed: 2},
    )
  })

  it('writes creation and deletion as whole values, without the revision', () => {
    expect(mendozaDiff(null, {_id: 'a', _rev: 'r1'})).toEqual([0, {_id: 'a'}])
    expect(mendozaDiff({_id: 'a', _rev: 'r1'}, null)).toEqual([0, null])
    expect(mendozaDiff(null, null)).toEqual([])
  })

  it('is empty where only the revision differs', () => {
    expect(mendozaDiff({_id: 'a', _rev: 'r1', n: [1]}, {n: [1], _id: 'a', _rev: 'r2'})).toEqual([])
  })

  it('counts bytes, and never cuts a surrogate pair', () => {
    expect(mendozaDiff({t: 'é😀 north'}, {t: 'é😁 north'})).toEqual(
      // Field 0, blank: two bytes of é, the new emoji, then the six bytes after the old one.
      [11, 0, 23, 0, 2, 22, '😁', 23, 6, 12, 15],
    )
  })

  it('sends one keystroke in a long text as one character', () => {
    const body = 'The ferry left at dawn. '.repeat(400)
    const patch = mendozaDiff({body}, {body: `${body.slice(0, 5_000)}x${body.slice(5_000)}`})
    expect(JSON.stringify(patch).length).toBeLessThan(60)
  })

  it('sends a block inserted in the middle as that block', () => {
    const blocks = Array.from({length: 200}, (_, n) => ({_key: `k${n}`, text: `Paragraph ${n}`}))
    const inserted = {_key: 'new', text: 'Between.'}
    expect(mendozaDiff({blocks}, {blocks: blocks.toSpliced(100, 0, inserted)})).toEqual([
      11,
      0,
      21,
      0,
      100,
      20,
      inserted,
      21,
      100,
      200,
      15,
    ])
  })

  it('sends a moved and edited block as a move and that edit', () => {
    const blocks = ['a', 'b', 'c'].map((key) => ({_key: key, text: `Paragraph ${key}`}))
    const [a, b, c] = blocks as unknown as [Fields, Fields, Fields]
    expect(mendozaDiff({blocks}, {blocks: [{...c, text: 'Paragraph c!'}, a, b]})).toEqual([
      11,
      0,
      12,
      2,
      11,
      1,
      23,
      0,
      11,
      22,
      '!',
      15,
      16,
      21,
      0,
      2,
      15,
    ])
  })

  it('takes no longer for a list of equal items than for any other', () => {
    const timed = (list: number[]): [number, unknown] => {
      const begun = performance.now()
      const patch = mendozaDiff({list}, {list: [...list, -1]})
      return [performance.now() - begun, patch]
    }
    const [others] = timed(Array.from({length: 200_000}, (_, index) => index))
    const [equals, patch] = timed(Array(200_000).fill(0))
    // Each item compared with each would take a thousand times as long.
    expect(equals).toBeLessThan(20 * others)
    expect(patch).toEqual([11, 0, 21, 0, 200_000, 20, -1, 15])
  })

  it('keeps the author of each character', () => {
    const first = incremental.wrap({title: 'Ferry late'}, 'ann')
    const patch = mendozaDiff({title: 'Ferry late'}, {title: 'Ferry two hours late'})
    const traced = incremental.applyPatch(first, patch, 'ben')
    const title = (traced.content as incremental.ObjectContent<string>).fields.title
    const content = title?.content as incremental.StringContent<string> | undefined
    expect(content?.parts.map((part) => [part.startMeta, part.value])).toEqual([
      ['ann', 'Ferry '],
      ['ben', 'two hours '],
      ['ann', 'late'],
    ])
  })
})
