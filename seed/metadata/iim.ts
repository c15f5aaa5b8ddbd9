/** Writes IPTC-IIM records (the older half of IPTC photo metadata) in UTF-8. */
import type {PictureFacts} from './picture-facts.ts'

const ESCAPE_UTF8 = Buffer.from([0x1b, 0x25, 0x47])

function dataset(record: number, number: number, value: string | Buffer): Buffer {
  const bytes = typeof value === 'string' ? Buffer.from(value, 'utf8') : value
  // Longer values need the extended form, which many readers do not know.
  if (bytes.length > 0x7fff) throw new Error(`IIM ${record}:${number} is too long`)
  const head = Buffer.from([0x1c, record, number, 0, 0])
  head.writeUInt16BE(bytes.length, 3)
  return Buffer.concat([head, bytes])
}

/**
 * The IIM stream of a picture. Values are written in full although IIM 4.2 limits By-line and
 * Credit to 32 octets: no reader in use enforces that, and a credit cut in half is a wrong credit.
 * With `latin1` it says nothing of its character set, as old agency software does not.
 */
export function writeIim(facts: PictureFacts, encoding: 'utf8' | 'latin1' = 'utf8'): Buffer {
  const records: [number, string | undefined][] = [
    [5, facts.title],
    [55, facts.dateTaken?.match(/^\d{4}-\d\d-\d\d$/)?.[0].replaceAll('-', '')],
    [80, facts.creator],
    [85, facts.creatorTitle],
    [90, facts.city],
    [101, facts.country],
    [110, facts.creditLine],
    [115, facts.supplier],
    [116, facts.copyrightNotice],
    [120, facts.caption],
  ]
  return Buffer.concat([
    ...(encoding === 'utf8' ? [dataset(1, 90, ESCAPE_UTF8)] : []),
    dataset(2, 0, Buffer.from([0, 4])),
    ...records.flatMap(([number, value]) =>
      value ? [dataset(2, number, Buffer.from(value, encoding))] : [],
    ),
  ])
}

/** The APP13 payload: Photoshop's image resource block 0x0404 around an IIM stream. */
export function wrapIim(iim: Buffer): Buffer {
  const block = Buffer.from([0x04, 0x04, 0, 0, 0, 0, 0, 0])
  block.writeUInt32BE(iim.length, 4)
  const padding = Buffer.alloc(iim.length % 2)
  return Buffer.concat([Buffer.from('Photoshop 3.0\x008BIM', 'latin1'), block, iim, padding])
}
