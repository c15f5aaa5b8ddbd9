// Measures a font: how high its lines are, and how wide its characters.

export interface FontMetrics {
  /** In ems. */
  ascent: number
  descent: number
  lineGap: number
  /** The mean width of the characters of `SAMPLE`. */
  width: number
}

/** Characters and spaces about as often as in a newspaper. */
export const SAMPLE =
  'The harbour council met on Tuesday to hear why the new barrier will cost more than it was said to when the vote was taken. Nobody in the room had asked for the figures of last winter, and nobody could say who keeps them.'

/** @param font a TrueType font without axes */
export function measureFont(font: Buffer): FontMetrics {
  const tables = tablesOf(font)
  const em = font.readUInt16BE(tables('head') + 18)
  const lines = tables('hhea')
  const widths = tables('hmtx')
  const lastWidth = font.readUInt16BE(lines + 34) - 1
  const glyphOf = glyphs(font, tables('cmap'))
  const total = Array.from(SAMPLE, (letter) =>
    Math.min(glyphOf(letter.charCodeAt(0)), lastWidth),
  ).reduce((sum, glyph) => sum + font.readUInt16BE(widths + 4 * glyph), 0)
  return {
    ascent: font.readInt16BE(lines + 4) / em,
    descent: -font.readInt16BE(lines + 6) / em,
    lineGap: font.readInt16BE(lines + 8) / em,
    width: total / SAMPLE.length / em,
  }
}

/** The place of each table of an OpenType font. */
function tablesOf(font: Buffer): (name: string) => number {
  const places = new Map<string, number>()
  for (let index = 0; index < font.readUInt16BE(4); index++) {
    const entry = 12 + 16 * index
    places.set(font.toString('latin1', entry, entry + 4), font.readUInt32BE(entry + 8))
  }
  return (name) => {
    const place = places.get(name)
    if (place === undefined) throw new Error(`The font has no table “${name}”.`)
    return place
  }
}

/** The glyph of each character, by the font's table of segments (`cmap`, format 4). */
function glyphs(font: Buffer, cmap: number): (character: number) => number {
  const subtables = Array.from(
    {length: font.readUInt16BE(cmap + 2)},
    (_, index) => cmap + font.readUInt32BE(cmap + 8 + 8 * index),
  )
  const table = subtables.find((place) => font.readUInt16BE(place) === 4)
  if (table === undefined) throw new Error('The font has no character table of format 4.')
  const segments = font.readUInt16BE(table + 6) / 2
  const at = (list: number, segment: number) => table + 14 + list * 2 * segments + 2 * segment
  return (character) => {
    for (let segment = 0; segment < segments; segment++) {
      if (character > font.readUInt16BE(at(0, segment))) continue
      // The lists of starts, differences and offsets follow the ends and two bytes of padding.
      const start = font.readUInt16BE(at(1, segment) + 2)
      if (character < start) return 0
      const difference = font.readUInt16BE(at(2, segment) + 2)
      const place = at(3, segment) + 2
      const offset = font.readUInt16BE(place)
      if (offset === 0) return (character + difference) & 0xffff
      const glyph = font.readUInt16BE(place + offset + 2 * (character - start))
      return glyph === 0 ? 0 : (glyph + difference) & 0xffff
    }
    return 0
  }
}
