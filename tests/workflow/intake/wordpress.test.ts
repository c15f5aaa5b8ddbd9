// What the import of a WordPress site decides about each document.
import {expect, test} from 'vitest'
import {keysFrom0, textNode} from '../../../workflow/intake/portable-text.ts'
import {hasOtherCredit} from '../../../workflow/intake/wordpress.ts'

test.each([
  ['Ada Reed', 'Ines Falk', true],
  ['Ada Reed', '', true],
  ['Ann', 'Joanna Falk', true],
  ['Ines Falk', 'Ines Falk', false],
  ['Ines Falk', 'INES FALK / Holm Press', false],
  ['Ines Falk/Holm Press', 'Ines Falk / Holm Press', false],
  ['Ines Falk / Holm Press', 'Ines Falk', true],
  ['名前／通信', '名前／通信', false],
  [null, 'Ines Falk', false],
])('a text that credits %s says other than a photo of %s: %s', (inText, ofPhoto, isOther) => {
  expect(hasOtherCredit({creditLine: inText}, {creditLine: ofPhoto})).toBe(isOther)
})

test.each([
  [undefined, 1],
  [3, 3],
])('an item of a list of the level %s has the level %s', (level, expected) => {
  const item = {
    kind: 'text' as const,
    style: 'bullet' as const,
    text: 'Tides',
    marks: [],
    lines: [],
  }
  expect(textNode({...item, ...(level ? {level} : {})}, keysFrom0())).toMatchObject({
    listItem: 'bullet',
    level: expected,
  })
})
