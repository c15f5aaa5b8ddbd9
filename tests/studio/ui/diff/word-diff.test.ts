import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {diffWords} from '../../../../studio/ui/diff/word-diff.ts'
import {inText} from './support.ts'

const plain = (text: string) => [{text, marks: []}]
const compared = (before: string, after: string): string =>
  inText(diffWords(plain(before), plain(after)))

describe('two versions of a sentence', () => {
  test.each([
    ['a word replaced', 'The red fox ran.', 'The blue fox ran.', 'The [-red-]{+blue+} fox ran.'],
    ['a word added', 'The fox ran.', 'The old fox ran.', 'The {+old +}fox ran.'],
    ['a word removed', 'The old fox ran.', 'The fox ran.', 'The [-old -]fox ran.'],
    [
      'a clause after a word',
      'A harbour with gates',
      'A harbour, small, with gates',
      'A harbour{+, small,+} with gates',
    ],
    ['one figure', 'It rose 3.4 metres', 'It rose 3.5 metres', 'It rose [-3.4-]{+3.5+} metres'],
    ['one capital letter', 'the Harbour act', 'the harbour act', 'the [-Harbour-]{+harbour+} act'],
    [
      'Japanese, which has no spaces',
      '東京は雨だった',
      '大阪は雨だった',
      '[-東京-]{+大阪+}は雨だった',
    ],
    ['a text where there was none', '', 'New words', '{+New words+}'],
    ['a space too many', 'two  spaces', 'two spaces', 'two[-  -]{+ +}spaces'],
  ])('%s', (_, before, after, expected) => {
    expect(compared(before, after)).toBe(expected)
  })

  test('a rewritten sentence is shown as old and new, not word by word', () => {
    expect(compared('The council votes on the rule.', 'Nobody in town slept on Saturday.')).toBe(
      '[-The council votes on the rule.-]{+Nobody in town slept on Saturday.+}',
    )
  })

  test('a small word that stayed between long changes does not break them up', () => {
    const before =
      'It was late in the year. She had seen many gauges of that kind fail. It was cold in the hall.'
    const after =
      'It was late in the year. Nobody knew how a pump of some age works. It was cold in the hall.'
    expect(compared(before, after)).toBe(
      'It was late in the year. [-She had seen many gauges of that kind fail-]{+Nobody knew how a pump of some age works+}. It was cold in the hall.',
    )
  })
})

test('nothing is ever lost: what stayed and was removed is the old text, what stayed and was added the new', () => {
  const text = fc.oneof(
    fc.string({unit: 'grapheme'}),
    fc
      .array(fc.constantFrom('the ', 'gate', ', ', ' ', '  ', 'rose', '.', '\n', '東京', 'は'), {
        maxLength: 30,
      })
      .map((words) => words.join('')),
  )
  fc.assert(
    fc.property(text, text, (before, after) => {
      const runs = diffWords(plain(before), plain(after))
      const without = (change: string) =>
        runs
          .filter((run) => run.change !== change)
          .map((run) => run.text)
          .join('')
      expect(without('added')).toBe(before)
      expect(without('removed')).toBe(after)
      expect(runs.every((run) => run.change === 'same')).toBe(before === after)
    }),
  )
})
