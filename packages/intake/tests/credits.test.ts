// A caption that ends in its credit, without a file around it.
import {describe, expect, test} from 'vitest'
import {readCredit, readParties} from '../src/credits.ts'

describe('a paragraph that is a caption with its credit', () => {
  test.each([
    [
      'en-GB',
      'A ship. (© Sankei by Yasuto Tanaka)',
      'A ship.',
      '© Sankei by Yasuto Tanaka',
      'Yasuto Tanaka',
      'Sankei',
    ],
    [
      'en',
      'An island. (©The Ministry of Tides)',
      'An island.',
      '©The Ministry of Tides',
      null,
      'The Ministry of Tides',
    ],
    [
      'en',
      'A quay. Photograph: Ada Crane/The Courier',
      'A quay.',
      'Ada Crane/The Courier',
      'Ada Crane',
      'The Courier',
    ],
    ['en', 'A quay. (HW Photo/Ada Crane)', 'A quay.', 'HW Photo/Ada Crane', 'Ada Crane', 'HW'],
    [
      'de-CH',
      'Ein Schiff. Foto: Jana Wolf/dpa',
      'Ein Schiff.',
      'Jana Wolf/dpa',
      'Jana Wolf',
      'dpa',
    ],
    // Copied from a page whose caption and credit are two elements.
    [
      'de',
      'Das Bad am DonnerstagabendFoto: Jana Wolf/Bildwerk',
      'Das Bad am Donnerstagabend',
      'Jana Wolf/Bildwerk',
      'Jana Wolf',
      'Bildwerk',
    ],
    [
      'en',
      'The pool last nightPhotograph: Ada Crane/The Courier',
      'The pool last night',
      'Ada Crane/The Courier',
      'Ada Crane',
      'The Courier',
    ],
    [
      'fr',
      'Un bateau. © Léo Marche / AFP',
      'Un bateau.',
      '© Léo Marche / AFP',
      'Léo Marche',
      'AFP',
    ],
    [
      'ja',
      '護衛艦（写真：田中靖人／産経新聞）',
      '護衛艦',
      '田中靖人／産経新聞',
      '田中靖人',
      '産経新聞',
    ],
    [
      'nl',
      'A ship. (© Sankei by Yasuto Tanaka)',
      'A ship.',
      '© Sankei by Yasuto Tanaka',
      'Yasuto Tanaka',
      'Sankei',
    ],
  ])('%s: %s', (language, text, caption, creditLine, creator, holder) => {
    expect(readCredit(text, language, false)).toEqual({
      caption,
      creditLine,
      creator,
      holder,
      rest: null,
    })
  })

  test('keeps what follows the credit', () => {
    const text = 'A quay. Photo by Ada Crane / Reuters Purchase Licensing Rights'
    expect(readCredit(text, 'en', false)).toMatchObject({
      creditLine: 'Ada Crane / Reuters',
      rest: 'Purchase Licensing Rights',
    })
  })

  test('keeps words before the credit that are not a label', () => {
    const read = readCredit('A quay. (AP Photo by Ada Crane)', 'en', false)
    expect(read?.creditLine).toBe('AP Photo by Ada Crane')
  })

  test('may have a credit in lower case behind a label', () => {
    const read = readCredit('El horno en 1950. (Foto: cedida por la familia Flint)', 'es', false)
    expect(read).toMatchObject({caption: 'El horno en 1950.', holder: 'familia Flint'})
  })

  test('is recognised in its own language', () => {
    const text =
      'Das Schiff liegt seit dem Morgen im Hafen und kann nicht fahren. (Foto: Jana Wolf/dpa)'
    expect(readCredit(text, null, true)).toMatchObject({creator: 'Jana Wolf', holder: 'dpa'})
  })
})

describe('other paragraphs', () => {
  test.each([
    'He denied it. (He has said so before.)',
    'The firm (Siemens) said so.',
    'It was cold (minus 12/minus 14).',
    'A caption without a credit.',
    `${'Many words are not a caption. '.repeat(20)}(© Sankei)`,
  ])('have no credit: %s', (text) => {
    expect(readCredit(text, 'en', false)).toBeNull()
  })
})

test.each([
  ['© Sankei by Yasuto Tanaka', 'Yasuto Tanaka', 'Sankei'],
  ['(© Sankei by Yasuto Tanaka)', 'Yasuto Tanaka', 'Sankei'],
  ['Photo: Ada Crane/AP', 'Ada Crane', 'AP'],
  ['Reuters', null, 'Reuters'],
  ['© 2026 Acme', null, 'Acme'],
  ['Copyright 2024–2026 Ada Crane, all rights reserved.', 'Ada Crane', null],
  ['Ada Crane', 'Ada Crane', null],
])('the parties of a credit that is typed: %s', (credit, creator, holder) => {
  expect(readParties(credit, 'en')).toEqual({creator, holder})
})
