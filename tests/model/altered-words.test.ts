import {describe, expect, test} from 'vitest'
import {alteredParts, bothVersions} from '../../model/altered-words.ts'

const WAIT = 'We will wait for the ship. It’s late – very late – and I said ‘no’ to the minister.'

describe('words are not altered', () => {
  test.each([
    ['all of them', `“${WAIT}”`],
    ['a part', '“wait for the ship”'],
    ['a part that ends with another mark', '“We will wait for the ship,”'],
    ['in other quotation marks', '«We will wait»'],
    ['in French ones with spaces', '« We will wait for the ship. »'],
    ['with marks of another kind inside', '‘I said “no” to the minister’'],
    ['with one mark only', '“We will wait'],
    ['typed on a typewriter', `"It's late -- very late -- and I said 'no' to the minister"`],
    ['with dashes without spaces', '“It’s late—very late—and I said ‘no’”'],
    ['with other spaces', '“We  will\u00a0wait\nfor the ship”'],
    ['with a soft hyphen', '“We will wait for the sh\u00adip”'],
    ['with an insertion', '“We will wait for the ship [the ferry]. It’s late”'],
    ['with an insertion in place of a word', '“I said ‘no’ to [her]”'],
    ['with an insertion at the beginning', '“[Ferries] will wait for the ship”'],
    ['with a letter in brackets', '“[V]ery late”'],
    ['with an end in brackets', '“We will wait[ed] for the ship”'],
    ['with something left out', '“We will wait […] and I said ‘no’”'],
    ['with dots for what was left out', '“We will wait [...] and I said ‘no’”'],
    ['with what was left out in round brackets', '“We will wait (…) to the minister”'],
    [
      'with a sentence that ends before what was left out',
      '“We will wait for the ship. […] I said ‘no’”',
    ],
    ['brackets only', '“[…]”'],
    ['nothing', ''],
  ])('%s', (_name, part) => {
    expect(alteredParts([part], WAIT)).toEqual([])
  })

  test.each([
    [
      'an accent of two characters',
      ['Le caf\u00e9 est ferm\u00e9'],
      'Le cafe\u0301 est ferme\u0301.',
    ],
    ['a part of a Japanese sentence', ['「待ってくれない」'], '海は待ってくれない。'],
    ['a part that begins in the middle of a Thai sentence', ['ไม่รอ'], 'ทะเลไม่รอใคร'],
    ['the quote’s own brackets', ['“We [the union] strike”'], 'We [the union] strike'],
    ['without the quote’s own brackets', ['“We strike”'], 'We [the union] strike'],
    ['without the brackets only', ['“We the union strike”'], 'We [the union] strike'],
    ['what the quote leaves out', ['“We […] strike”'], 'We […] strike'],
    ['a pause that is written as three dots', ['“We will ... wait”'], 'We will… wait'],
  ])('%s', (_name, parts, words) => {
    expect(alteredParts(parts, words)).toEqual([])
  })
})

describe('words are altered', () => {
  test.each([
    ['another word', '“We shall wait for the ship”'],
    ['a word more', '“We will wait for the big ship”'],
    ['a word less', '“We will wait for ship”'],
    ['another letter', '“We will wait for the shop”'],
    ['another case without brackets', '“Very late”'],
    ['a word cut short', '“We will wait for the shi”'],
    ['a word without its beginning', '“ill wait for the ship”'],
    ['a question', '“We will wait for the ship?”'],
    ['something left out without a sign', '“We will wait. I said ‘no’”'],
    ['something left out without brackets', '“We will wait … and I said ‘no’”'],
    ['another order', '“I said ‘no’ […] We will wait”'],
    ['another contraction', '“Its late”'],
    ['an emphasis by quotation marks', '“We will ‘wait’ for the ship”'],
  ])('%s', (_name, part) => {
    expect(alteredParts([part], WAIT)).toEqual([0])
  })

  test('“can” is not a part of “cannot”', () => {
    expect(alteredParts(['“we can”'], 'We said that we cannot wait.')).toEqual([0])
  })
})

describe('a quotation of several parts', () => {
  test.each([
    ['words, she said, more words', ['“We will wait for the ship,”', '“It’s late.”'], []],
    ['with words left out between them', ['“We will wait,”', '“to the minister.”'], []],
    ['in another order', ['“It’s late,”', '“We will wait.”'], [1]],
    ['with the same words twice', ['“We will wait,”', '“We will wait.”'], [1]],
    ['with one that is altered', ['“We shall wait,”', '“It’s late.”'], [0]],
    ['with two that are altered', ['“We shall wait,”', '“It’s late”', '“said yes”'], [0, 2]],
  ])('%s', (_name, parts, altered) => {
    expect(alteredParts(parts, WAIT)).toEqual(altered)
  })
})

test('a message has both versions without the marks around them and at their end', () => {
  expect(bothVersions('“We shall wait,”', 'We will wait.')).toBe(
    'The text says “We shall wait”, the quote says “We will wait”.',
  )
})
