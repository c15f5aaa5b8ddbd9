// Characters that Word takes from fonts of pictures.

/** By the place in the font Symbol. */
const SYMBOL: ReadonlyMap<number, string> = new Map([
  [0x22, '∀'],
  [0x2d, '−'],
  [0x40, '≅'],
  [0x44, 'Δ'],
  [0x57, 'Ω'],
  [0x61, 'α'],
  [0x62, 'β'],
  [0x67, 'γ'],
  [0x6c, 'λ'],
  [0x6d, 'μ'],
  [0x70, 'π'],
  [0x73, 'σ'],
  [0xa3, '≤'],
  [0xa5, '∞'],
  [0xa9, '♥'],
  [0xac, '←'],
  [0xae, '→'],
  [0xb0, '°'],
  [0xb1, '±'],
  [0xb3, '≥'],
  [0xb4, '×'],
  [0xb7, '•'],
  [0xb8, '÷'],
  [0xb9, '≠'],
  [0xbb, '≈'],
  [0xbc, '…'],
  [0xd2, '®'],
  [0xd3, '©'],
  [0xd4, '™'],
  [0xe5, '∑'],
])

/** By the place in the fonts Wingdings. */
const WINGDINGS: ReadonlyMap<number, string> = new Map([
  [0x28, '☎'],
  [0x2a, '✉'],
  [0x4a, '☺'],
  [0x6c, '●'],
  [0x6e, '■'],
  [0x71, '□'],
  [0x75, '◆'],
  [0x9f, '•'],
  [0xa7, '▪'],
  [0xab, '★'],
  [0xd8, '►'],
  [0xdf, '←'],
  [0xe0, '→'],
  [0xe8, '→'],
  [0xf0, '⇨'],
  [0xfb, '✗'],
  [0xfc, '✓'],
  [0xfe, '☑'],
])

/** The character that a font shows for a code such as `F0B7`. */
export function symbolOf(font = '', code = ''): string {
  const point = Number.parseInt(code, 16)
  if (Number.isNaN(point) || point > 0xffff) return ''
  const isPrivate = point >= 0xf000 && point <= 0xf0ff
  const place = isPrivate ? point - 0xf000 : point
  const found = /wingdings|webdings/i.test(font) ? WINGDINGS.get(place) : SYMBOL.get(place)
  if (found && (isPrivate || /symbol|wingdings/i.test(font))) return found
  // The code of a plain character in another font, or a sign that nothing is known about.
  return isPrivate
    ? /symbol|wingdings|webdings/i.test(font)
      ? '\uFFFD'
      : String.fromCharCode(place)
    : String.fromCharCode(point)
}
