import {describe, expect, test} from 'vitest'
import {align} from '../../../../studio/ui/diff/align.ts'

interface Item {
  key?: string
  text: string
}

/** `a` stays, `-a` is removed, `+a` is new, `^a` and `va` have moved. */
function aligned(before: Item[], after: Item[]): string[] {
  return align(before, after, {
    keyOf: ({key}) => key,
    likeness: (a, b) => (a.text === b.text ? 1 : a.text[0] === b.text[0] ? 0.6 : 0),
  }).map(({before: old, after: now, moved}) => {
    const sign = moved ? {up: '^', down: 'v'}[moved] : now ? (old ? '' : '+') : '-'
    return sign + (now ?? old)?.text
  })
}

const keyed = (text: string): Item[] => Array.from(text, (key) => ({key, text: key}))
const unkeyed = (...texts: string[]): Item[] => texts.map((text) => ({text}))

describe('items with keys', () => {
  test.each([
    ['abc', 'abc', ['a', 'b', 'c']],
    ['abc', 'axbc', ['a', '+x', 'b', 'c']],
    ['abc', 'ac', ['a', '-b', 'c']],
    ['abc', 'bc', ['-a', 'b', 'c']],
    ['abcd', 'dabc', ['^d', 'a', 'b', 'c']],
    ['abcd', 'bcda', ['b', 'c', 'd', 'va']],
    ['abc', 'xyz', ['-a', '-b', '-c', '+x', '+y', '+z']],
    ['abcd', 'acxb', ['a', 'c', '-d', '+x', 'vb']],
  ])('%s → %s', (before, after, expected) => {
    expect(aligned(keyed(before), keyed(after))).toEqual(expected)
  })
})

describe('items without keys', () => {
  test('find what is most like them', () => {
    expect(aligned(unkeyed('aa', 'bb'), unkeyed('b1', 'aa', 'c'))).toEqual(['b1', 'vaa', '+c'])
  })

  test('of two that are alike, the nearer one', () => {
    expect(aligned(unkeyed('a', 'x', 'a'), unkeyed('x', 'a'))).toEqual(['-a', 'x', 'a'])
  })
})
