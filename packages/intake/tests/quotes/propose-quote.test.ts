// What is proposed for words that a person has selected in an article.
import {describe, expect, test} from 'vitest'
import {proposeQuote, type ProposedQuote, type TextStyle} from '../../src/index.ts'

type Block = string | [style: TextStyle, text: string]

/** The selection is between `<` and `>`, which may be in different blocks; a caret is `<>`. */
function proposed(...blocks: Block[]): ProposedQuote | null {
  let isSelected = false
  const parsed = blocks.map((one) => {
    const [style, raw] = typeof one === 'string' ? (['normal', one] as const) : one
    const [open, close] = [raw.indexOf('<'), raw.indexOf('>')]
    const from = isSelected ? 0 : open
    isSelected = (isSelected || open >= 0) && close < 0
    const text = raw.replaceAll(/[<>]/g, '')
    return {style, text, from, to: close < 0 ? text.length : close - (open < 0 ? 0 : 1)}
  })
  return proposeQuote(
    {blocks: parsed, naming: [], dateline: null},
    parsed.flatMap(({from, to}, block) => (from < 0 ? [] : [{block, from, to}])),
  )
}

/** `words / form / speakers with title and affiliation, or attribution`. */
const inShort = (...blocks: Block[]): string | null => {
  const quote = proposed(...blocks)
  if (!quote) return null
  const {words, form, speakers, attribution} = quote
  const said = speakers.map(({name, title, affiliation}) =>
    [name, title, affiliation].filter(Boolean).join(', '),
  )
  return `${words} / ${form} / ${said.join('; ') || String(attribution)}`
}

const CRANE = 'Ada Crane, warden, Holm Trust'
const OTHER = 'The town’s only tide clock stopped on Monday, and nobody knows who is to repair it.'

describe('words between quotation marks', () => {
  test.each<[string, Block[], string]>([
    [
      'whole, with their marks',
      ['<“It has earned a rest,”> said Ada Crane, a warden at the Holm Trust.'],
      `It has earned a rest / direct / ${CRANE}`,
    ],
    [
      'whole, without their marks',
      ['"<It has earned a rest>," said Ada Crane, a warden at the Holm Trust.'],
      `It has earned a rest / direct / ${CRANE}`,
    ],
    [
      'a few of them',
      ['"It has <earned a rest>," said Ada Crane, a warden at the Holm Trust.'],
      `earned a rest / partial / ${CRANE}`,
    ],
    [
      'a sentence of several',
      [
        '"It stopped. <It has earned a rest.> We wait," said Ada Crane, a warden at the Holm Trust.',
      ],
      `It has earned a rest / direct / ${CRANE}`,
    ],
    [
      'with a caret in them',
      ['"It has <>earned a rest," said Ada Crane, a warden at the Holm Trust.'],
      `It has earned a rest / direct / ${CRANE}`,
    ],
    [
      'a pronoun, with the name in the paragraph before',
      [
        'Ada Crane, a warden at the Holm Trust, has looked after the clock for nine years.',
        '<"It has earned a rest,"> she said.',
      ],
      `It has earned a rest / direct / ${CRANE}`,
    ],
    [
      'two parts of one sentence',
      [
        '<"It has earned," said Ada Crane, a warden at the Holm Trust, "a long rest."> Nobody came.',
      ],
      `It has earned, a long rest / direct / ${CRANE}`,
    ],
    [
      'two sentences',
      ['<"It was time," said Ada Crane, a warden at the Holm Trust. "It has earned a rest.">'],
      `It was time. It has earned a rest / direct / ${CRANE}`,
    ],
    [
      'several paragraphs',
      [
        '"It was <time for all of us.',
        '"It has earned a rest> at last," said Ada Crane, a warden at the Holm Trust.',
      ],
      `time for all of us. It has earned a rest / direct / ${CRANE}`,
    ],
    [
      'in an item of a list',
      [['bullet', '<"It has earned a rest,"> said Ada Crane, a warden at the Holm Trust.']],
      `It has earned a rest / direct / ${CRANE}`,
    ],
    [
      'of somebody without a name',
      ['<"It has earned a rest,"> said an official familiar with the plan.'],
      'It has earned a rest / direct / an official familiar with the plan',
    ],
    [
      'German marks',
      [
        'Die Uhr an der Mole steht seit Montag still, und niemand weiß, wer sie repariert.',
        '<„Sie hat eine Pause verdient“>, sagte Ada Kranich, die Sprecherin der Stadt.',
      ],
      'Sie hat eine Pause verdient / direct / Ada Kranich, Sprecherin, Stadt',
    ],
    [
      'Japanese marks',
      ['港の時計が止まった。', '山本花子市長は<「時計は休むべきだ」>と述べた。'],
      '時計は休むべきだ / direct / 山本花子, 市長',
    ],
  ])('%s', (_, blocks, wanted) => {
    expect(inShort(OTHER, ...blocks)).toBe(wanted)
  })
})

describe('words without quotation marks', () => {
  test('are a paraphrase of the person who is said to say them', () => {
    const text = '<The clock has earned a rest>, said Ada Crane, a warden at the Holm Trust.'
    expect(inShort(OTHER, text)).toBe(`The clock has earned a rest / paraphrase / ${CRANE}`)
  })

  test('are direct in a quoted passage', () => {
    const before = 'Ada Crane, a warden at the Holm Trust, wrote to us:'
    expect(inShort(OTHER, before, ['blockquote', '<The clock has earned a rest.>'])).toMatch(
      /^The clock has earned a rest \/ direct \//,
    )
  })

  test('have no speaker if nobody is said to say them', () => {
    expect(inShort('The clock <stopped on Monday>.')).toBe('stopped on Monday / paraphrase / null')
  })
})

test('the parts are where the words are', () => {
  const quote = proposed(OTHER, '<"It was time," she said, "to rest.">')
  expect(quote?.parts).toMatchObject([
    {block: 1, from: 1, to: 12},
    {block: 1, from: 26, to: 33},
  ])
})

test('nothing is proposed for a caret that is not in a quotation', () => {
  expect(proposed('The clock <>stopped.')).toBeNull()
})
