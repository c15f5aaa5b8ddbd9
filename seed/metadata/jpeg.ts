/** Replaces the metadata segments of a JPEG and leaves every byte of the picture itself alone. */

const XMP_HEADER = Buffer.from('http://ns.adobe.com/xap/1.0/\0', 'latin1')
const MARKER = {soi: 0xd8, app0: 0xe0, app1: 0xe1, app13: 0xed, sos: 0xda}

interface Segment {
  marker: number
  payload: Buffer
}

/** The segments before the picture data, and the data from the first scan to the end of the file. */
export function splitJpeg(file: Buffer): {segments: Segment[]; scan: Buffer} {
  if (file[0] !== 0xff || file[1] !== MARKER.soi) throw new Error('Not a JPEG file')
  const segments: Segment[] = []
  let at = 2
  while (at + 4 <= file.length && file[at] === 0xff) {
    const marker = file[at + 1] ?? 0
    if (marker === MARKER.sos) return {segments, scan: file.subarray(at)}
    const length = file.readUInt16BE(at + 2)
    segments.push({marker, payload: file.subarray(at + 4, at + 2 + length)})
    at += 2 + length
  }
  throw new Error('A JPEG file without picture data')
}

function encode({marker, payload}: Segment): Buffer {
  if (payload.length > 0xfffd) throw new Error('A JPEG segment holds 65 533 bytes at most')
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(payload.length + 2, 2)
  return Buffer.concat([head, payload])
}

const isXmp = ({marker, payload}: Segment) =>
  marker === MARKER.app1 && payload.subarray(0, XMP_HEADER.length).equals(XMP_HEADER)

/**
 * Writes XMP and IIM into a JPEG in place of what it carried; EXIF, colour profile and picture stay.
 *
 * @example spliceMetadata(file, {xmp: writeXmp(facts), app13: wrapIim(writeIim(facts))})
 */
export function spliceMetadata(file: Buffer, added: {xmp?: string; app13?: Buffer}): Buffer {
  const {segments, scan} = splitJpeg(file)
  const kept = segments.filter((segment) => segment.marker !== MARKER.app13 && !isXmp(segment))
  // Readers expect JFIF and EXIF at the very front, so ours go after them.
  const front =
    kept.findLastIndex(({marker}) => marker === MARKER.app0 || marker === MARKER.app1) + 1
  const ours: Segment[] = []
  if (added.xmp) {
    ours.push({marker: MARKER.app1, payload: Buffer.concat([XMP_HEADER, Buffer.from(added.xmp)])})
  }
  if (added.app13) ours.push({marker: MARKER.app13, payload: added.app13})
  const all = [...kept.slice(0, front), ...ours, ...kept.slice(front)]
  return Buffer.concat([Buffer.from([0xff, MARKER.soi]), ...all.map(encode), scan])
}
