// The types of uploaded bytes. Only those of the first group reach the picture library.
import {describe, expect, test} from 'vitest'
import {extensionFor, mimeTypeOf} from '../../src/assets/mime-types.ts'
import {sniff} from '../../src/assets/sniff.ts'

const text = (value: string) => Buffer.from(value, 'utf8')
const hex = (value: string) => Buffer.concat([Buffer.from(value, 'hex'), Buffer.alloc(64)])
/** The first box of an ISO media file: its major brand, then the compatible ones. */
function container(major: string, ...compatible: string[]): Buffer {
  const box = Buffer.from(`\0\0\0\0ftyp${major}\0\0\0\0${compatible.join('')}`, 'latin1')
  box.writeUInt32BE(box.length, 0)
  return Buffer.concat([box, Buffer.alloc(64)])
}

describe('a picture', () => {
  test.each([
    ['JPEG', 'image/jpeg', 'jpg', hex('ffd8ffe0')],
    ['PNG', 'image/png', 'png', hex('89504e470d0a1a0a')],
    ['GIF', 'image/gif', 'gif', text('GIF87a and more')],
    ['GIF', 'image/gif', 'gif', text('GIF89a and more')],
    ['WebP', 'image/webp', 'webp', text('RIFF\0\0\0\0WEBPVP8 ')],
    ['TIFF', 'image/tiff', 'tif', hex('49492a00')],
    ['TIFF', 'image/tiff', 'tif', hex('4d4d002a')],
    ['AVIF', 'image/avif', 'avif', container('avif', 'mif1')],
    ['AVIF', 'image/avif', 'avif', container('avis')],
    ['AVIF', 'image/avif', 'avif', container('mif1', 'avif', 'miaf')],
    ['SVG', 'image/svg+xml', 'svg', text('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['SVG', 'image/svg+xml', 'svg', text('\ufeff \n<SVG>')],
    ['SVG', 'image/svg+xml', 'svg', text('<?xml version="1.0"?>\n<!-- <html> -->\n<svg>')],
    ['SVG', 'image/svg+xml', 'svg', text('<!DOCTYPE svg PUBLIC "a" "b"><svg:svg >')],
    ['SVG', 'image/svg+xml', 'svg', text('<!DOCTYPE svg [<!ENTITY a "b">]><svg/>')],
  ])('is %s of type %s: %#', (title, mimeType, extension, bytes) => {
    expect(sniff(bytes)).toEqual({image: {title: `${title} picture`, mimeType, extension}})
  })
})

test.each([
  ['text/html', 'a web page', text('<!doctype html><svg>')],
  ['text/html', 'a web page', text('<HTML>')],
  ['text/html', 'a web page', text('<!-- a comment --><body>')],
  ['text/html', 'a web page', text('\n<script>alert(1)</script><svg>')],
  ['application/pdf', 'a PDF document', text('%PDF-1.7')],
  ['image/vnd.adobe.photoshop', 'a Photoshop file', text('8BPS\0\x01')],
  ['image/bmp', 'a BMP picture', Buffer.from('BM\x10\x20\0\0\0\0\0\0', 'latin1')],
  ['image/jxl', 'a JPEG XL picture', hex('ff0a')],
  ['image/jxl', 'a JPEG XL picture', hex('0000000c4a584c20')],
  ['image/jp2', 'a JPEG 2000 picture', hex('0000000c6a502020')],
  ['image/heic', 'a HEIC picture', container('heic', 'mif1')],
  ['image/heic', 'a HEIC picture', container('mif1', 'heic')],
  ['video/mp4', 'a film or sound recording', container('isom', 'mp42')],
  ['video/mp4', 'a film or sound recording', container('M4A ')],
  ['application/zip', 'a ZIP archive or an Office document', hex('504b0304')],
])('refuses %s by its name, %s: %#', (mimeType, title, bytes) => {
  expect(sniff(bytes)).toEqual({image: null, mimeType, title})
})

test.each([
  ['nothing', Buffer.alloc(0)],
  ['a text', text('BMW builds cars. <svg>')],
  ['a text that only mentions a drawing', text('<p><svg></svg></p>')],
  ['a drawing with a zero byte', text('<svg>\0</svg>')],
  ['a sound tag before a picture', Buffer.concat([text('ID3\x03\0\0\0\0\0\0'), hex('ffd8ffe0')])],
  ['a picture after one other byte', Buffer.concat([text('x'), hex('ffd8ffe0')])],
])('does not recognise %s', (_, bytes) => {
  expect(sniff(bytes)).toBeNull()
})

test.each([
  ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['js', 'text/javascript'],
  ['m4a', 'audio/mp4'],
  ['mp3', 'audio/mpeg'],
  ['srt', 'application/x-subrip'],
  ['svg', 'image/svg+xml'],
  ['txt', 'text/plain'],
  ['xml', 'application/xml'],
])('a file ending in .%s is sent as %s, and the other way round', (extension, mimeType) => {
  expect(mimeTypeOf(extension)).toBe(mimeType)
  expect(extensionFor(`${mimeType.toUpperCase()}; charset=utf-8`)).toBe(extension)
})

test.each(['css', 'xhtml', 'mjs', 'wasm', 'unknown', ''])(
  'a file ending in .%s is sent as bytes of an unknown type',
  (extension) => expect(mimeTypeOf(extension)).toBe('application/octet-stream'),
)

test('an unknown media type has no extension', () => {
  expect(extensionFor('application/octet-stream')).toBeNull()
  expect(extensionFor('')).toBeNull()
})
