import type {FormNodeValidation} from 'sanity'
import {expect, test} from 'vitest'
import {
  follow,
  NOTHING_SHOWN,
  shownOf,
  type FieldNow,
} from '../../../../studio/plugins/writing/messages.ts'

const message = (level: FormNodeValidation['level'], text: string): FormNodeValidation => ({
  level,
  message: text,
  path: ['headline'],
})
const NEEDED = message('error', 'An article needs a headline.')
const LONG = message('warning', '111 characters')
const LONGER = message('warning', '112 characters')

/** Value, messages, and whether the field has the focus; then what is shown. */
type Step = [value: unknown, FormNodeValidation[], 'in' | 'out', FormNodeValidation[]]

const COURSES: Record<string, {isAhead?: boolean; steps: Step[]}> = {
  'shows the messages of a field without the focus': {
    steps: [['a', [LONG], 'out', [LONG]]],
  },
  'hides a message that arises while somebody writes, until they leave': {
    steps: [
      ['a', [], 'out', []],
      ['a', [], 'in', []],
      ['ab', [LONG], 'in', []],
      ['abc', [LONGER], 'in', []],
      ['abc', [LONGER], 'out', [LONGER]],
    ],
  },
  'keeps a message that was there before, with its new words, until it is mended': {
    steps: [
      ['ab', [LONG], 'out', [LONG]],
      ['ab', [LONG], 'in', [LONG]],
      ['abc', [LONGER], 'in', [LONGER]],
      ['a', [], 'in', []],
      ['ab', [LONG], 'in', []],
    ],
  },
  'shows an error that was there before and hides a new warning': {
    steps: [
      ['', [NEEDED], 'out', [NEEDED]],
      ['', [NEEDED], 'in', [NEEDED]],
      ['a', [NEEDED, LONG], 'in', [NEEDED]],
    ],
  },
  'shows a message that arrives before anybody has changed the field': {
    steps: [
      ['ab', [], 'in', []],
      ['ab', [LONG], 'in', [LONG]],
      ['abc', [LONGER], 'in', [LONGER]],
    ],
  },
  'is silent about an empty field of a new document that nobody has come to': {
    isAhead: true,
    steps: [
      [undefined, [NEEDED], 'out', []],
      [[], [NEEDED], 'out', []],
      ['', [NEEDED], 'in', []],
      ['', [NEEDED], 'out', [NEEDED]],
    ],
  },
  'shows what is wrong with a value that a new document came with': {
    isAhead: true,
    steps: [['ab', [LONG], 'out', [LONG]]],
  },
}

test.each(Object.entries(COURSES))('%s', (_, {isAhead = false, steps}) => {
  let shown = NOTHING_SHOWN
  for (const [value, validation, focus, wanted] of steps) {
    const now: FieldNow = {isFocused: focus === 'in', value, validation, isAhead}
    shown = follow(shown, now)
    expect(shownOf(validation, shown)).toEqual(wanted)
    expect(follow(shown, now), 'nothing changes without a change').toBe(shown)
  }
})

test('shows the rest of a new document once somebody has left the form', () => {
  const field = {isFocused: false, value: undefined, validation: [NEEDED]}
  const before = follow(NOTHING_SHOWN, {...field, isAhead: true})
  expect(shownOf([NEEDED], follow(before, {...field, isAhead: false}))).toEqual([NEEDED])
})

test('returns the same list if all of it is shown', () => {
  const list = [NEEDED]
  const field = {isFocused: false, value: '', validation: list, isAhead: false}
  expect(shownOf(list, follow(NOTHING_SHOWN, field))).toBe(list)
})
