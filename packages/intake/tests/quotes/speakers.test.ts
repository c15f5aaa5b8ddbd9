// Who says the words of a quotation, and what they are.
import {expect, test} from 'vitest'
import {english} from '../../src/languages/en.ts'
import {quotesOf} from '../../src/quotes/speakers.ts'

/** The speakers of the last quotation, with title and affiliation. */
function speakersOf(...texts: string[]) {
  const passages = texts.map((text, block) => ({block, text, isHeading: false}))
  const {speakers = []} = quotesOf(passages, null, english).at(-1) ?? {}
  return speakers.map(({name, title, affiliation}) => [name, title, affiliation])
}

test.each([
  [
    'a title with capitals is no other person',
    [
      'Ann Lee, a pilot, sold early. So did Rory Green, Chief China Economist at GlobalData TS Lombard.',
      'They called it “a matter of taste.”',
    ],
    [
      ['Ann Lee', 'pilot', null],
      ['Rory Green', 'Chief China Economist', 'GlobalData TS Lombard'],
    ],
  ],
  [
    'a title may stand before the name, behind a verb',
    ['Seoul has appointed a new foreign minister, Cho Tae-yul. He called it “an early start.”'],
    [['Cho Tae-yul', 'foreign minister', null]],
  ],
  [
    '“the two countries” are not two people',
    [
      'Mara Ilves, a pilot, met Jon Ade, a sailor. Ms Ilves left first.',
      'The two countries, she said, have “always moved in lockstep.”',
    ],
    [['Mara Ilves', 'pilot', null]],
  ],
])('%s', (_name, texts, speakers) => {
  expect(speakersOf(...texts)).toEqual(speakers)
})
