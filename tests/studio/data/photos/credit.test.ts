import {describe, expect, test} from 'vitest'
import {parseCredit} from '../../../../studio/data/photos/credit.ts'

describe('a credit', () => {
  test.each([
    ['(© Sankei by Yasuto Tanaka)', {holder: 'Sankei', creator: 'Yasuto Tanaka'}],
    ['© Sankei by Yasuto Tanaka', {holder: 'Sankei', creator: 'Yasuto Tanaka'}],
    ['（©港湾新報　佐藤汐里）', {holder: '港湾新報', creator: '佐藤汐里'}],
    ['（© Sankei by Yasuto Tanaka）', {holder: 'Sankei', creator: 'Yasuto Tanaka'}],
  ])('%s names holder and creator', (text, parts) => {
    expect(parseCredit(text)).toEqual(parts)
  })

  test.each([
    ['(©The Ministry of Defense Joint Staff Office)', 'The Ministry of Defense Joint Staff Office'],
    ['（©港湾保安庁）', '港湾保安庁'],
    ['© 2026 The Harbour Courier', 'The Harbour Courier'],
    ['©2019–2024, Harbour Courier. All rights reserved.', 'Harbour Courier'],
    ['(C) Corran Harbour Authority', 'Corran Harbour Authority'],
    ['Copyright 2020 Agência Maré, São Tomé', 'Agência Maré, São Tomé'],
    ['(© Agency (Asia))', 'Agency (Asia)'],
  ])('%s names a holder and nobody else', (text, holder) => {
    expect(parseCredit(text)).toEqual({holder})
  })

  test.each([
    'Jane Doe / Agency',
    '© Jane Doe/Agency',
    'Photo by Jane Doe',
    '',
    '(c)',
    '©',
    '© 2024',
  ])('“%s” is left to a person', (text) => {
    expect(parseCredit(text)).toBeNull()
  })
})
